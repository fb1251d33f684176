/** A primitive that only its parsing constructor can produce, so that two kinds of id never mix. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
