import type { GivenFault, Known } from '../../../src/contract/provider.ts'
import { unusualHours } from '../domain/contract-told.ts'
import { openCustomer, type Maker } from '../domain/customer-record.ts'
import { openUsagePoint } from '../domain/usage-point.ts'
import { Impossible } from '../errors/index.ts'
import { mailingAddressOf } from './customers.ts'
import { emptyState } from './empty.ts'
import { castOf, pointGiven, type Given } from './given.ts'
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

/**
 * Usage points that Enedis cannot have: of another grid, or of a segment that their voltage, power or contract does not
 * make; and off-peak hours that it would hardly set. Source: FAQ, segments and off-peak hours.
 */
export function checkGiven(given: Given, maker: Maker): GivenFault[] {
  return Object.entries(castOf(given).customers).flatMap(([name, { address, usagePoints }]) => {
    const mailingAddress = mailingAddressOf({ name, address }, maker)
    return Object.entries(usagePoints).flatMap(([called, told]) => {
      const path = ['customers', name, 'usagePoints', called]
      const { prm: _, ...details } = pointGiven(told)
      const unusual = unusualHours(details.offPeak).map((says) => ({ path, says, isUnusual: true }))
      const state = emptyState()
      const customer = openCustomer(state, { name, told: { mailingAddress } }, maker)
      try {
        openUsagePoint(state, { name: called, customer, told: details }, maker)
        return unusual
      } catch (error) {
        if (error instanceof Impossible) return [{ path, says: error.message, isUnusual: false }]
        throw error
      }
    })
  })
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
