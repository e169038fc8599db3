import type { UsagePointState, VoltageDomain } from '../../../model/index.ts'

/** A code with its words, as SGE tells most things. */
export const coded = <Code extends string>(code: Code, libelle: string) => ({ code, libelle })

/** Source: WSDL for the codes; INF for most words. */
const states = {
  SERVC: 'En service',
  RESIL: 'Résilié',
  ECRES: 'En cours de résiliation',
  ECRAC: 'En cours de raccordement',
  INACCE: 'Inaccessible',
  IMPRO: 'Impropre',
} as const satisfies Record<UsagePointState, string>

/** Whether and how a point is under contract. */
export const stateTold = (state: UsagePointState) => coded(state, states[state])

/** Source: WSDL for the codes; INF for the words. */
const domains = {
  BTINF: 'BT inférieur ou égal à 36 kVA',
  BTSUP: 'BT supérieur à 36 kVA',
  HTA: 'HTA',
} as const satisfies Record<VoltageDomain, string>

/** In which domain of voltage a point is fed. */
export const domainTold = (domain: VoltageDomain) => coded(domain, domains[domain])

/** A power in the unit that contracts count by. */
export const kva = (value: number) => ({ valeur: String(value), unite: 'kVA' as const })
