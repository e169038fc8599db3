import { authorizing } from './authorizing.ts'
import { changing } from './changing.ts'
import { portal } from './portal.ts'

/** Everything that people do on PG&E's sites, by name: customers, and a third party's own people. */
export const customer = { ...authorizing, ...changing, ...portal }
