/** The product's own mark (build/icons/tram.svg): roof and post make a T, the dot is its tone mark. Not the state emblem. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 512 512" aria-hidden>
      <rect width="512" height="512" rx="104" fill="#0d2440" />
      <path d="M256 72 444 166v58H296v124h-80V224H68v-58Z" fill="#fff" />
      <circle cx="256" cy="412" r="34" fill="#ffd34d" />
    </svg>
  );
}
