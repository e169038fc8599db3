import { contracts } from './contracts.ts'
import { datahub } from './datahub.ts'
import { home } from './home.ts'
import { sharing } from './sharing.ts'
import { signing } from './signing.ts'

/** Everything that people do on Enedis's sites, by name: customers, and a third party's own people. */
export const customer = { ...sharing, ...home, ...signing, ...datahub, ...contracts }
