import { authorizing } from './authorizing.ts'
import { calls } from './calls.ts'
import { conclusions } from './conclusions.ts'
import { consents } from './consents.ts'
import { contracts } from './contracts.ts'
import { grants } from './grants.ts'
import { keeping } from './keeping.ts'
import { meaning } from './meaning.ts'
import { places } from './places.ts'
import { reading } from './reading.ts'
import { sharing } from './sharing.ts'
import { tokens } from './tokens.ts'
import { walk } from './walk.ts'
import { windows } from './windows.ts'
import { work } from './work.ts'

type Work = typeof work
type Tokens = typeof tokens
type Grants = typeof grants
type Calls = typeof calls
type Meaning = typeof meaning
type Authorizing = typeof authorizing
type Sharing = typeof sharing
type Consents = typeof consents
type Places = typeof places
type Windows = typeof windows
type Walk = typeof walk
type Reading = typeof reading
type Contracts = typeof contracts
type Keeping = typeof keeping
type Conclusions = typeof conclusions

/** Everything a good client does, one small function for each thing; a client with one of them replaced is another. */
export interface Habits
  extends
    Work,
    Tokens,
    Grants,
    Calls,
    Meaning,
    Authorizing,
    Sharing,
    Consents,
    Places,
    Windows,
    Walk,
    Reading,
    Contracts,
    Keeping,
    Conclusions {}

export const goodHabits: Habits = {
  ...work,
  ...tokens,
  ...grants,
  ...calls,
  ...meaning,
  ...authorizing,
  ...sharing,
  ...consents,
  ...places,
  ...windows,
  ...walk,
  ...reading,
  ...contracts,
  ...keeping,
  ...conclusions,
}
