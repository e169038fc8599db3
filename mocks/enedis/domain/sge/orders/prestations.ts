import type { Fiche, SubscribedMeasures } from '../../../model/index.ts'
import type { Prestation, Worded } from '../../../views/index.ts'

/** The words for the sheets of Enedis's catalogue, which are ours. Source: INF. */
const labels = {
  F300C: "Collecte et transmission de la courbe de charge d'un point C5",
  F300B: "Collecte et transmission de la courbe de charge d'un point C2 à C4",
  F305: "Transmission récurrente des index quotidiens d'un point C5",
  F305A: "Transmission récurrente des index quotidiens d'un point C2 à C4",
  F305C: "Renouvellement de la transmission récurrente des index d'un point C5",
  F375A: 'Transmission de données infra-journalières',
} as const satisfies Record<Fiche, string>

/** Options of the sheets of curves: collected and transmitted again and again, or collected alone. Source: SGECLIENT. */
const options = {
  O1: 'Activation de la collecte et transmission récurrente',
  O2: 'Activation de la collecte',
} as const
export type Option = keyof typeof options

/** The sheet of what a point measures: its curve by segment, or anything else. For energies and peaks it is inferred. */
export function ficheOf(measures: SubscribedMeasures, { isHome }: { isHome: boolean }): Fiche {
  if (measures === 'CDC') return isHome ? 'F300C' : 'F300B'
  return isHome ? 'F305' : 'F305A'
}

/** What an order brings, as a reply tells it. */
export function prestationOf({ fiche, option }: { fiche: Fiche; option: string | null }, rank = 1): Prestation {
  const choice = option?.endsWith('O2') ? 'O2' : 'O1'
  return {
    rank,
    fiche: { code: fiche, label: labels[fiche] },
    option: option === null ? null : ({ code: option, label: options[choice] } satisfies Worded),
  }
}

/** The code of an option, after that of its sheet: `F300CO1`. */
export const optionCode = (fiche: Fiche, option: Option) => `${fiche}${option}`
