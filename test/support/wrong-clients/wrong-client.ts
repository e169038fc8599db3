import type { Differences as OfPortfolioManager } from '../../../conformance/clients/portfolio-manager/index.ts'
import type { Differences as OfDataConnect } from '../../../conformance/clients/enedis-data-connect/index.ts'
import type { Differences as OfSge } from '../../../conformance/clients/enedis-sge/index.ts'
import type { Differences as OfShareMyData } from '../../../conformance/clients/pge/index.ts'

/** The good client with one habit replaced: what it does wrong, where that shows, and what catches it. */
export type WrongClient<Differs = unknown> = {
  /** Words that follow "a client that". */
  does: string
  differs: Differs
  /** What its makers say of it. */
  traits?: readonly string[]
  /** Stories in which the habit shows, by file name. */
  on: readonly string[]
  /** Checks it fails, or is warned by, without the provider's name. */
  fails: readonly string[]
  /** Other checks that come to another verdict, by the reason why. */
  also?: Readonly<Record<string, readonly string[]>>
}

/** Declares a wrong client of Portfolio Manager. */
export function wrongClient(about: WrongClient<OfPortfolioManager>): WrongClient {
  return about
}

/** Declares a wrong client of Enedis Data Connect. */
export function wrongDataConnect(about: WrongClient<OfDataConnect>): WrongClient {
  return about
}

/** Declares a wrong client of Share My Data. */
export function wrongThirdParty(about: WrongClient<OfShareMyData>): WrongClient {
  return about
}

type Env = Readonly<Record<string, string>>

/** Declares a wrong client of Enedis SGE, which may also be run with other settings than it was given. */
export function wrongSge(about: WrongClient<OfSge & { env?: (env: Env) => Env }>): WrongClient {
  return about
}
