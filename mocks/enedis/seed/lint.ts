import type { Known } from '../../../src/contract/provider.ts'
import { castOf, type Given } from './given.ts'
import { partiesOf, sgeOf } from './sge/given.ts'

/** The names a scenario gives. Usage points may be called by their own name, or with their customer's before it. */
export function known(given: Given): Known {
  const { applications, customers } = castOf(given)
  const points = Object.entries(customers).flatMap(([customer, { usagePoints }]) =>
    Object.keys(usagePoints).flatMap((name) => [name, `${customer}.${name}`]),
  )
  return {
    application: Object.keys(applications),
    customer: Object.keys(customers),
    usagePoint: [...new Set(points)],
    party: Object.keys(partiesOf(given)),
    contact: Object.keys(sgeOf(given).contacts),
  }
}

/** What is wrong with a step although each of its names is known: a usage point of another customer. */
export function checkStep(given: Given, _action: string, args: Record<string, unknown>): string | undefined {
  const { customers } = castOf(given)
  const owner = typeof args.as === 'string' ? customers[args.as] : undefined
  if (owner === undefined) return undefined
  const spoken = [args.usagePoint, ...(Array.isArray(args.usagePoints) ? (args.usagePoints as unknown[]) : [])]
  for (const name of spoken.filter((one) => typeof one === 'string')) {
    const own = name.startsWith(`${String(args.as)}.`) ? name.slice(String(args.as).length + 1) : name
    if (!(own in owner.usagePoints)) return `usage point \`${name}\` is not one of \`${String(args.as)}\`.`
  }
  return undefined
}
