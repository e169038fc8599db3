import { answering } from './answers.ts'
import { conclusions } from './conclusions.ts'
import { holdings } from './holdings.ts'
import { leaving } from './leaving.ts'
import { notices } from './notices.ts'
import { owners } from './owners.ts'
import { pending } from './pending.ts'
import { readings } from './readings.ts'
import { reports } from './reports.ts'

type Notices = typeof notices
type Pending = typeof pending
type Answering = typeof answering
type Owners = typeof owners
type Holdings = typeof holdings
type Readings = typeof readings
type Reports = typeof reports
type Leaving = typeof leaving
type Conclusions = typeof conclusions

/** Everything a good client does, one small function for each thing; a client with one of them replaced is another. */
export interface Habits
  extends Notices, Pending, Answering, Owners, Holdings, Readings, Reports, Leaving, Conclusions {}

export const goodHabits: Habits = {
  ...notices,
  ...pending,
  ...answering,
  ...owners,
  ...holdings,
  ...readings,
  ...reports,
  ...leaving,
  ...conclusions,
}
