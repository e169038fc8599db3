export { Misfit, read } from './read.ts'
export { all, attributesOnly, choice, optional, repeated, required, sequence, textWith, typed } from './shape.ts'
export type { Read, Shape } from './shape.ts'
export {
  boolean,
  date,
  dateTime,
  decimal,
  either,
  empty,
  int,
  intFrom,
  intOf,
  long,
  oneOf,
  orDefault,
  text,
} from './simple.ts'
