/** A kind of text as a schema says it: a type of XML Schema with its limits, or one of several such types. */
export type SimpleType = {
  base: string
  /** Facets by their names; `undefined` leaves one out. */
  limits?: Readonly<Record<string, string | number | undefined>>
  /** The only values there are. */
  words?: readonly string[]
  /** The kinds it may be instead: `base` is what they have in common. */
  either?: readonly SimpleType[]
}
