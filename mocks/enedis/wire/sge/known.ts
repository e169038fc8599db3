type Sure<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends NonNullable<Fields[Name]> ? Name : never
}[keyof Fields]
type Known<Fields> = Pick<Fields, Sure<Fields>> & {
  [Name in Exclude<keyof Fields, Sure<Fields>>]?: NonNullable<Fields[Name]>
}

/** What is not known is not there: an element that holds nothing would not be valid. */
export function known<Fields extends object>(fields: Fields): Known<Fields> {
  const there = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(there) as Known<Fields>
}
