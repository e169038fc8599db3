import type { Day } from '../memory.ts'
import { DamagedFile } from '../trouble.ts'
import { directionNamed, measures, minutesIn, quantityNamed, toldOfPoint, type MeasuresTold } from './measures.ts'
import { all, at, number, text, type Told } from './told.ts'

/** What the flows of M023 tell: curves, indexes, energies and highest powers. */
const kinds = { R63: 'COURBE', R64: 'INDEX', R65: 'ENERGIE', R66: 'PMAX' } as const
export type OrderedFlow = keyof typeof kinds
export const isOrderedFlow = (flow: string): flow is OrderedFlow => Object.hasOwn(kinds, flow)

/** R63 to R66 in JSON. */
export function orderedInJson(flow: OrderedFlow, json: string): MeasuresTold {
  const told = parsed(json)
  return together(all(told, 'mesures').map((one) => toldOfPoint(text(at(one, 'idPrm')) ?? '', one, kinds[flow])))
}

/** The report of an order: points it was refused for. */
export function reportIn(json: string): MeasuresTold {
  const refused = all(parsed(json), 'prmRejetes').map((one) => ({
    usagePoint: text(at(one, 'idPrm')) ?? '',
    code: text(at(one, 'codeRejet')) ?? '',
    says: text(at(one, 'libelleRejet')) ?? '',
  }))
  return measures({ refused })
}

function parsed(json: string): Told {
  try {
    return JSON.parse(json) as Told
  } catch (error) {
    throw new DamagedFile(`The JSON breaks off or is broken: ${String(error)}`)
  }
}

function together(several: readonly MeasuresTold[]): MeasuresTold {
  return measures({
    curves: several.flatMap(({ curves }) => curves),
    indexes: several.flatMap(({ indexes }) => indexes),
    days: several.flatMap(({ days }) => days),
    peaks: several.flatMap(({ peaks }) => peaks),
  })
}

type Row = ReadonlyMap<string, string>

/** R63 to R66 in CSV: a row for each value, found by its label. */
export function orderedInCsv(flow: OrderedFlow, csv: string): MeasuresTold {
  if (!csv.endsWith('\n')) throw new DamagedFile('The CSV breaks off.')
  const [labels = [], ...rows] = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((row) => row.split(';'))
  const series = new Map<string, { row: Row; rows: Row[] }>()
  for (const cells of rows) {
    const row = new Map(labels.map((label, at) => [label, cells[at] ?? '']))
    const name = ['Identifiant PRM', 'Grandeur metier', 'Grandeur physique'].map((label) => row.get(label)).join(' ')
    series.set(name, { row, rows: [...(series.get(name)?.rows ?? []), row] })
  }
  return together([...series.values()].map((one) => seriesIn(kinds[flow], one)))
}

/** Classes stand beside the dial that counts all hours, which is called by a T: both together would count twice. */
function totalsAmong<Value extends { dial: string }>(values: readonly Value[]): Value[] {
  const totals = values.filter(({ dial }) => dial.endsWith('T'))
  return totals.length > 0 ? totals : [...values]
}

function seriesIn(of: (typeof kinds)[OrderedFlow], { row, rows }: { row: Row; rows: Row[] }): MeasuresTold {
  const about = {
    usagePoint: row.get('Identifiant PRM') ?? '',
    direction: directionNamed(row.get('Grandeur metier')),
    quantity: quantityNamed(row.get('Grandeur physique')),
    unit: row.get('Unite') ?? '',
  }
  const stampOf = (one: Row) => one.get('Horodate') ?? ''
  const dayOf = (one: Row): Day => stampOf(one).slice(0, 10)
  const valueOf = (one: Row) => number(one.get('Valeur')) ?? null
  if (of === 'COURBE') {
    const points = rows.map((one) => {
      return { stamp: stampOf(one), minutes: minutesIn(one.get('Pas')), value: valueOf(one) }
    })
    return measures({ curves: [{ ...about, stamped: null, points }] })
  }
  if (of === 'INDEX') {
    const values = rows.map((one) => ({ day: dayOf(one), dial: one.get('Cadran') ?? '', value: valueOf(one) }))
    return measures({ indexes: [{ ...about, values: totalsAmong(values) }] })
  }
  const values = rows.flatMap((one) => {
    const value = valueOf(one)
    return value === null ? [] : [{ ...about, day: dayOf(one), value }]
  })
  return of === 'ENERGIE' ? measures({ days: values }) : measures({ peaks: values })
}
