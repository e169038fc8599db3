import { card as portfolioManager } from './portfolio-manager/index.ts'

/** The providers we stand in for: the only list of them. Rooms open when first needed. */
export const providers = [portfolioManager] as const

/** Every provider's doors by type, so that an editor knows the actions and their words. */
export type Doors = {
  portfolioManager: {
    customer: typeof import('./portfolio-manager/customer/index.ts').customer
    utility: typeof import('./portfolio-manager/utility.ts').utility
  }
}
