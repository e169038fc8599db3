import { later } from '../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import type { Application, State, UsagePointId } from '../model/index.ts'
import { fictitious, fictitiousId } from './fictitious.ts'
import { grant } from './grant.ts'
import { paris } from './paris.ts'

/**
 * Has the fictitious clients consent to an application of the sandbox before anyone asks, where the story says so: all
 * but the one who revokes. How long that lasts is inferred. Source: GUIDE, later sandboxes; CAPTURE, numbers from 10.
 */
export function consentImplicitly(
  state: State,
  { clientId, environment }: Pick<Application, 'clientId' | 'environment'>,
  house: EnedisHouse,
): void {
  const { sandboxConsents, sandboxRefusals } = house.dialect
  if (environment !== 'sandbox' || sandboxConsents !== 'implicit') return
  const expiresAt = later(house.now, 'P3Y', paris)
  for (const [digit, { usagePoints }] of fictitious.entries()) {
    if (digit === 8 && sandboxRefusals === 'on') continue
    const customer = fictitiousId(digit)
    for (const usagePoint of usagePoints as readonly string[] as readonly UsagePointId[])
      grant(state, { clientId, customer, usagePoint, page: 'v2', expiresAt }, house)
  }
}
