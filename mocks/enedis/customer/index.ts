import { datahub } from './datahub.ts'
import { home } from './home.ts'
import { sharing } from './sharing.ts'

/** Everything that people do on Enedis's sites, by name: customers, and a third party's own people. */
export const customer = { ...sharing, ...home, ...datahub }
