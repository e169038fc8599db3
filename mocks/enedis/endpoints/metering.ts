import type { Call } from '../../../src/contract/endpoint.ts'
import type { EnedisVisit } from '../access/index.ts'
import { measuresAsked, measuresTold, type MeasuresAsked, type Reader } from '../domain/measures-told.ts'
import { dailyEnergy, loadCurve, maxPower } from '../domain/measures.ts'
import type { Direction } from '../model/index.ts'
import type { PeakOf } from '../views/index.ts'
import { decodeWindow, type AskedWindow } from '../wire/v5/query.ts'
import { encodeDailyEnergy, encodeLoadCurve, encodeMaxPower } from '../wire/v5/readings.ts'
import { lookAtCheckDigits } from './check-digits.ts'
import { sendJson } from './json.ts'
import { tellWhyNothing } from './why-nothing.ts'

/** What v4 and v5 tell of meters, at different addresses: the energy of each day, */
export const daily = (direction: Direction) => (c: Call, visit: EnedisVisit) => {
  const window = windowIn(c, visit)
  return sendJson(c, encodeDailyEnergy(window, told(visit, window, { data: 'dailyEnergy', direction }, dailyEnergy)))
}

/** the load curve, */
export const curve = (direction: Direction) => (c: Call, visit: EnedisVisit) => {
  const window = windowIn(c, visit)
  return sendJson(c, encodeLoadCurve(window, told(visit, window, { data: 'loadCurve', direction }, loadCurve)))
}

/** and the highest power that each day drew. */
export const peaks = (c: Call, visit: EnedisVisit) => {
  const window = windowIn(c, visit)
  const asked = { data: 'maxPower', direction: 'consumption' } as const
  const [whole] = told(visit, window, asked, byDay)
  return sendJson(c, encodeMaxPower(window, whole?.peaks ?? []))
}

const byDay: Reader<PeakOf[]> = (state, question, look) =>
  maxPower(state, { ...question, by: 'day', phases: false }, look)

function windowIn(c: Call, visit: EnedisVisit): AskedWindow {
  visit.decoded(c.req.query())
  const window = decodeWindow(c.req.query())
  lookAtCheckDigits(window.usagePoint, visit)
  return window
}

function told<View>(
  visit: EnedisVisit,
  window: AskedWindow,
  kind: Pick<MeasuresAsked, 'data' | 'direction'>,
  read: Reader<View>,
): View {
  const { store, caller: bearer, now, seed, dialect } = visit
  const asked = { bearer, ...window, ...kind, read }
  const answer = store.read((state) => measuresAsked(state, asked, { now, seed, dialect }))
  return measuresTold(tellWhyNothing(answer, visit), kind)
}
