/** How many usage points one archive of R50 holds. Source: GUIDE of the flows, R50. */
export const pointsPerArchive = { R50: { Q: 3000, M: 100 } } as const

/** How many usage points one order may name. Source: GUIDE of the flows, M023; of R66, INF. */
export const pointsPerOrder = { R63: 1500, R64: 1500, R65: 10_000, R66: 10_000 } as const

/** Usage points in the archives they are told in, in order; none makes no archive. */
export function inArchives<Point>(points: readonly Point[], most: number): Point[][] {
  return Array.from({ length: Math.ceil(points.length / most) }, (_, at) => points.slice(at * most, (at + 1) * most))
}
