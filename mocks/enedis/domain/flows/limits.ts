/** How many usage points one archive of R50 holds, and of R151 and by weeks as well: INF. Source: FLOWGUIDE, R50. */
export const pointsPerArchive = { Q: 3000, H: 3000, M: 100 } as const

/** How many usage points one order may name. Source: FLOWGUIDE, M023; of R66 and R67, INF. */
export const pointsPerOrder = { R63: 1500, R64: 1500, R65: 10_000, R66: 10_000, R67: 10_000, C68: 10_000 } as const

/** Usage points in the archives they are told in, in order; none makes no archive. */
export function inArchives<Point>(points: readonly Point[], most: number): Point[][] {
  return Array.from({ length: Math.ceil(points.length / most) }, (_, at) => points.slice(at * most, (at + 1) * most))
}
