import { all, at, attribute, text, type Told } from './told.ts'

/** A point as a search finds it. */
export type FoundPoint = { usagePoint: string; name?: string; address: string }

export function pointsFound(reply: Told): FoundPoint[] {
  return all(at(reply, 'points'), 'point').map((point) => {
    const name = text(at(point, 'nomClientFinalOuDenominationSociale'))
    const lines = ['ligne4', 'ligne6'].flatMap((line) => text(at(point, 'adresseInstallationNormalisee', line)) ?? [])
    return { usagePoint: attribute(point, 'id') ?? '', ...(name !== undefined && { name }), address: lines.join(', ') }
  })
}

/** The segment of a point, C5 or another, where that is told. */
export function segmentIn(reply: Told): string | undefined {
  return attribute(at(reply, 'point', 'donneesGenerales', 'segment'), 'code')
}
