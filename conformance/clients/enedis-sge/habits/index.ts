import { access } from './access.ts'
import { agreements } from './agreements.ts'
import { calls } from './calls.ts'
import { catalogue } from './catalogue.ts'
import { collecting } from './collecting.ts'
import { conclusions } from './conclusions.ts'
import { files } from './files.ts'
import { keeping } from './keeping.ts'
import { orders } from './orders.ts'
import { reading } from './reading.ts'
import { searching } from './searching.ts'
import { services } from './services.ts'
import { work } from './work.ts'

type Work = typeof work
type Calls = typeof calls
type Agreements = typeof agreements
type Collecting = typeof collecting
type Access = typeof access
type Services = typeof services
type Orders = typeof orders
type Searching = typeof searching
type Catalogue = typeof catalogue
type Reading = typeof reading
type Keeping = typeof keeping
type Files = typeof files
type Conclusions = typeof conclusions

/** Everything a good client does, one small function for each thing; a client with one of them replaced is another. */
export interface Habits
  extends
    Work,
    Calls,
    Agreements,
    Collecting,
    Access,
    Services,
    Orders,
    Searching,
    Catalogue,
    Reading,
    Keeping,
    Files,
    Conclusions {}

export const goodHabits: Habits = {
  ...work,
  ...calls,
  ...agreements,
  ...collecting,
  ...access,
  ...services,
  ...orders,
  ...searching,
  ...catalogue,
  ...reading,
  ...keeping,
  ...files,
  ...conclusions,
}
