import { chance } from '../../../src/ground/ids.ts'
import type { MeteredPoint } from './metered.ts'

/** The voltage in five minutes of a day: within two per cent of what the grid should have. Ours; sources tell the unit alone. */
export function millivoltsIn(
  { point, seed }: Pick<MeteredPoint, 'point' | 'seed'>,
  { day, at }: { day: number; at: number },
): number {
  const nominal = point.supply.domain === 'HTA' ? 20_000 : 230
  return Math.round(nominal * 1000 * (0.98 + 0.04 * chance(seed, point.id, day, 'voltage', at)))
}
