/** The product's own mark: a counter window with a path that arrives. Not the state emblem. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect x="1" y="1" width="30" height="30" rx="8" fill="#0f5aa8" />
      <path d="M6.5 12.2 16 6l9.5 6.2" fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M9 13.5V24M23 13.5V24" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M5.5 25.2h21" stroke="#ffd34d" strokeWidth="2.4" strokeLinecap="round" />
      <circle cx="16" cy="17.6" r="3.1" fill="#ffd34d" />
    </svg>
  );
}
