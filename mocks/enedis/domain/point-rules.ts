import type { Contract, UsagePoint } from '../model/index.ts'
import { dayAfter } from './paris.ts'

/** What keeps a usage point from existing at Enedis; nothing if it could. Source: FAQ, segments; voltage and power of each. */
export function faultOfPoint(point: UsagePoint): string | undefined {
  if (/^9[78]/.test(point.address.postalCode)) return 'overseas departments have other grid operators.'
  for (const contract of point.contracts) {
    const fault = faultOfContract(point, contract)
    if (fault !== undefined) return fault
  }
  if (point.servicesLevel !== '2' && isCollected(point)) return 'a curve needs a meter open to services, of level 2.'
  return undefined
}

const isCollected = ({ flows }: UsagePoint) =>
  [flows.consumption, flows.production].some((flow) => (flow?.curve.length ?? 0) > 0)

/** What makes a segment: voltage, contract, and how much power may be subscribed. */
const segments = {
  C1: { domains: ['BTSUP', 'HTA'], types: ['CARD-S'], power: [36, Infinity] },
  C2: { domains: ['HTA'], types: ['GRD-F'], power: [36, Infinity] },
  C3: { domains: ['HTA'], types: ['GRD-F'], power: [36, Infinity] },
  C4: { domains: ['BTSUP'], types: ['GRD-F'], power: [36.1, 250] },
  C5: { domains: ['BTINF'], types: ['GRD-F'], power: [1, 36] },
  P1: { domains: ['HTA'], types: ['CARD-I'], power: null },
  P2: { domains: ['HTA'], types: ['GRD-A', 'CARD-I'], power: null },
  P3: { domains: ['BTSUP'], types: ['GRD-A', 'CARD-I'], power: null },
  P4: { domains: ['BTINF'], types: ['GRD-A', 'CARD-I'], power: null },
} as const satisfies Record<
  Contract['segment'],
  {
    domains: readonly UsagePoint['supply']['domain'][]
    types: readonly Contract['type'][]
    power: readonly [number, number] | null
  }
>

function faultOfContract({ supply: { domain } }: UsagePoint, { segment, type, terms }: Contract): string | undefined {
  const { domains, types, power } = segments[segment]
  if (!isOneOf(domains, domain)) return `segment ${segment} is not of ${domain}, but of ${domains.join(' or ')}.`
  if (!isOneOf(types, type)) return `segment ${segment} has no contract ${type}, but ${types.join(' or ')}.`
  const tariff = terms.find(({ distributionTariff: one }) => one !== null && !one.startsWith(domain))
  if (tariff) return `the tariff ${tariff.distributionTariff} is not of ${domain}.`
  for (const { subscribedPowerKva: kva } of terms) {
    if (power === null || kva === null) continue
    if (kva < power[0] || kva > power[1]) return `segment ${segment} cannot subscribe to ${kva} kVA.`
  }
  return changesTooOften(terms) ? 'the subscribed power may change once in twelve months.' : undefined
}

function changesTooOften(terms: Contract['terms']): boolean {
  const changes = terms.filter((one, at) => at > 0 && one.subscribedPowerKva !== terms[at - 1]?.subscribedPowerKva)
  return changes.some(({ since }, at) => at > 0 && since < dayAfter(changes[at - 1]?.since as string, 'P12M'))
}

const isOneOf = (choices: readonly string[], one: string) => choices.includes(one)
