import type { customer as enedisCustomer } from './enedis/customer/index.ts'
import { card as enedis } from './enedis/index.ts'
import type { utility as enedisUtility } from './enedis/utility/index.ts'
import type { customer as pgeCustomer } from './pge/customer/index.ts'
import { card as pge } from './pge/index.ts'
import type { utility as pgeUtility } from './pge/utility/index.ts'
import type { customer as portfolioManagerCustomer } from './portfolio-manager/customer/index.ts'
import { card as portfolioManager } from './portfolio-manager/index.ts'
import type { utility as portfolioManagerUtility } from './portfolio-manager/utility.ts'

/** The providers we stand in for: the only list of them. Rooms open when first needed. */
export const providers = [portfolioManager, pge, enedis] as const

/** Every provider's doors by type, so that an editor knows the actions and their words. */
export type Doors = {
  portfolioManager: { customer: typeof portfolioManagerCustomer; utility: typeof portfolioManagerUtility }
  enedis: { customer: typeof enedisCustomer; utility: typeof enedisUtility }
  pge: { customer: typeof pgeCustomer; utility: typeof pgeUtility }
}
