export { Misfit, read } from './read.ts'
export { schemaOf } from './schema.ts'
export {
  all,
  atMostOneOf,
  attributesOnly,
  choice,
  eitherOf,
  nillable,
  optional,
  repeated,
  required,
  sequence,
  textWith,
  typed,
} from './shape.ts'
export type { Complex, Read, Shape } from './shape.ts'
export {
  boolean,
  date,
  dateTime,
  decimal,
  either,
  empty,
  int,
  integer,
  intFrom,
  intOf,
  long,
  matching,
  oneOf,
  orDefault,
  text,
  time,
} from './simple.ts'
export type { Simple } from './simple.ts'
export { write } from './write.ts'
