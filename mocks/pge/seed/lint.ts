import type { Known } from '../../../src/contract/provider.ts'
import { metersTold } from '../domain/premises.ts'
import { agreementGiven, castOf, type Given } from './given.ts'

/** The names a scenario gives. Agreements and meters may be called by their own name, or with their owner's before it. */
export function known(given: Given): Known {
  const { customers, thirdParties } = castOf(given)
  const agreements = Object.entries(customers).flatMap(([customer, { agreements }]) =>
    Object.entries(agreements).map(([name, told]) => ({ path: [customer, name], told: agreementGiven(told) })),
  )
  const meters = agreements.flatMap(({ path, told }) => Object.keys(metersTold(told)).map((name) => [...path, name]))
  return {
    thirdParty: Object.keys(thirdParties),
    customer: Object.keys(customers),
    agreement: shortAndLong(agreements.map(({ path }) => path)),
    meter: shortAndLong(meters),
  }
}

/** What is wrong with a step although each of its names is known: an agreement of another customer. */
export function checkStep(given: Given, _action: string, args: Record<string, unknown>): string | undefined {
  const { customers } = castOf(given)
  const owner = typeof args.as === 'string' ? customers[args.as] : undefined
  if (owner === undefined) return undefined
  const spoken = [args.agreement, ...(Array.isArray(args.agreements) ? (args.agreements as unknown[]) : [])]
  for (const name of spoken.filter((one) => typeof one === 'string')) {
    const own = name.startsWith(`${String(args.as)}.`) ? name.slice(String(args.as).length + 1) : name
    if (!(own in owner.agreements)) return `agreement \`${name}\` is not one of \`${String(args.as)}\`.`
  }
  return undefined
}

/** Each way to call something: `main`, `home.main`, `alice.home.main`. */
function shortAndLong(paths: string[][]): string[] {
  return [...new Set(paths.flatMap((path) => path.map((_, from) => path.slice(from).join('.'))))]
}
