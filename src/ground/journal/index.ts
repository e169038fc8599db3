export { asHar, asJsonLines, asStableLines } from './export.ts'
export type * from './entries.ts'
export { Journal, type JournalOptions } from './journal.ts'
export { Query, type Moment } from './query.ts'
