/** Keeps ids of different things apart at compile time; a parser at the edge is the only place that makes one. */
declare const brand: unique symbol
export type Brand<Name extends string, Base = string> = Base & { readonly [brand]: Name }
