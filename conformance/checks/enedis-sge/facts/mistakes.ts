import { minutesOf } from './paris.ts'
import type { HeldDay, SaidDay, TrueDay } from './days.ts'

/** Ways to come to a wrong day, each of which shows by the number that it comes to. */
export type Mistake =
  | 'missing'
  | 'watts for watt-hours'
  | 'kilowatts for watts'
  | 'a thousand times'
  | 'dials for energy'
  | 'reactive for active'
  | 'twice'
  | 'stamps'
  | 'one step for all'
  | 'as at first'
  | 'gaps filled'
  | 'clock'
  | 'other'

/** What is wrong with a day that a client holds; nothing where it is as it was told. */
export function mistakeIn({ told, said }: HeldDay): Mistake | undefined {
  if (said === undefined) return 'missing'
  if (isRight(told, said)) return undefined
  return ways.find(([, comesTo]) => comesTo(told, said))?.[0] ?? 'other'
}

const ways: readonly [Mistake, (told: TrueDay, said: SaidDay) => boolean][] = [
  ['kilowatts for watts', ({ source, whs }, { wh }) => source === 'R4x' && isOf(whs, wh, 1 / 1000)],
  ['watts for watt-hours', ({ curve }, { wh }) => curve !== undefined && isNear(wh, curve.watts)],
  ['a thousand times', ({ whs }, { wh }) => isOf(whs, wh, 1000) || isOf(whs, wh, 1 / 1000)],
  ['dials for energy', ({ shown }, { wh }) => shown !== undefined && isNear(wh, shown)],
  ['as at first', ({ first }, { wh }) => first !== undefined && isNear(wh, first)],
  ['twice', ({ whs }, { wh }) => isOf(whs, wh, 2)],
  ['one step for all', isOfOneStep],
  ['reactive for active', ({ varh, whs }, { wh }) => hasReactive(varh, whs, wh)],
  ['gaps filled', (told, said) => told.kind === 'hole' && isMore(told, said)],
  ['stamps', ({ shifted }, { wh }) => isOf(shifted, wh, 1)],
  ['clock', ({ kind }) => kind === 'long' || kind === 'short'],
]

/** Whether two energies are one, but for roundings on the way. */
export function isNear(said: number, told: number): boolean {
  return Math.abs(said - told) <= Math.max(1, Math.abs(told) * 0.0005)
}

function isRight(told: TrueDay, { wh, points }: SaidDay): boolean {
  if (!isOf(told.whs, wh, 1)) return false
  const isCounted = points === undefined || points === null || told.curve === undefined || told.whs.length > 1
  return isCounted || points === told.curve?.count
}

const isOf = (whs: readonly number[], wh: number, times: number) => whs.some((told) => isNear(wh, told * times))

function hasReactive(varh: number | undefined, whs: readonly number[], wh: number): boolean {
  return varh !== undefined && (isNear(wh, varh) || whs.some((told) => isNear(wh, told + varh)))
}

/** Gaps are filled where a client counts more points than it was told, or more energy. */
function isMore({ curve, whs }: TrueDay, { wh, points }: SaidDay): boolean {
  const isMoreEnergy = whs.every((told) => wh > told)
  return isMoreEnergy || (points ?? 0) > (curve?.count ?? Number.POSITIVE_INFINITY)
}

const stepsKnown = [5, 10, 30, 60]

/** Each point was taken to last as long as others do. */
function isOfOneStep({ curve, day, whs }: TrueDay, { wh }: SaidDay): boolean {
  if (curve === undefined || curve.count === 0 || isOf(whs, wh, 1)) return false
  return [...stepsKnown, minutesOf(day) / curve.count].some((minutes) => isNear(wh, (curve.watts * minutes) / 60))
}
