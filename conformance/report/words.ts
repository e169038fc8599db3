import type { Verdict } from '../verdict.ts'
import type { Summed } from './summary.ts'

/** A verdict that rests on a guess of ours says so. */
const basisInWords: Record<Verdict['basis'], string> = {
  observed: 'a real response was seen',
  documented: 'the provider says so',
  inferred: 'our inference: the provider does not say',
}

/** What a report says of a verdict below its title: for one that is not good, with evidence, source and remedy. */
export function details(verdict: Summed): string[] {
  const { outcome, says, shows, requirement, requires, source, basis, remedy } = verdict
  if (outcome === 'pass') return []
  if (outcome === 'skip') return [`skipped: ${says}`]
  return [
    `${says} In ${place(verdict)}.`,
    ...(shows.length > 0 ? [`Evidence: ${shows.join('; ')}`] : []),
    `Requirement ${requirement}: ${requires}`,
    `Source: ${source} (${basisInWords[basis]})`,
    ...(outcome === 'error' ? [] : [`To do: ${remedy}`]),
  ]
}

function place({ scenario, elsewhere }: Summed): string {
  if (elsewhere === 0) return scenario
  return `${scenario}, and in ${elsewhere} more ${elsewhere === 1 ? 'story' : 'stories'}`
}
