import { authorizing } from './authorizing.ts'
import { calls } from './calls.ts'
import { conclusions } from './conclusions.ts'
import { keeping } from './keeping.ts'
import { life } from './life.ts'
import { notices } from './notices.ts'
import { packages } from './packages.ts'
import { registration } from './registration.ts'
import { tokens } from './tokens.ts'
import { work } from './work.ts'
import { walk } from './walk.ts'

type Work = typeof work
type Registration = typeof registration
type Tokens = typeof tokens
type Calls = typeof calls
type Authorizing = typeof authorizing
type Life = typeof life
type Notices = typeof notices
type Packages = typeof packages
type Walk = typeof walk
type Keeping = typeof keeping
type Conclusions = typeof conclusions

/** Everything a good client does, one small function for each thing; a client with one of them replaced is another. */
export interface Habits
  extends Work, Registration, Tokens, Calls, Authorizing, Life, Notices, Packages, Walk, Keeping, Conclusions {}

export const goodHabits: Habits = {
  ...work,
  ...registration,
  ...tokens,
  ...calls,
  ...authorizing,
  ...life,
  ...notices,
  ...packages,
  ...walk,
  ...keeping,
  ...conclusions,
}
