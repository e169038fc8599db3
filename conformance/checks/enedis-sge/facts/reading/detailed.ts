import { everyIn, listIn, numberOf, textIn, textOf, treeOf } from '../trees.ts'
import {
  content,
  directionNamed,
  inUnits,
  minutesIn,
  placedAt,
  quantityNamed,
  type Content,
  type Curve,
  type Dials,
} from './told.ts'

/** What is told, by the names that requests have for it. */
export type Kind = 'COURBE' | 'ENERGIE' | 'PMAX' | 'INDEX'
type About = { usagePoint: string; isHome: boolean }

/** What one point of the detailed measures tells, in a reply of SGE or in a file of M023: both have the same words. */
export function detailedIn(told: unknown, kind: Kind, about: About): Content {
  if (kind === 'INDEX') return content({ dials: dialsIn(told, about) })
  const series = everyIn(told, 'grandeur')
  if (kind === 'COURBE') return content({ curves: series.flatMap((one) => curveIn(one, about)) })
  const values = series.flatMap((one) =>
    pointsIn(one).flatMap(({ stamp, value }) =>
      value === null ? [] : [{ ...aboutOf(one, about), day: stamp.slice(0, 10), value }],
    ),
  )
  if (kind === 'PMAX')
    return content({ peaks: values.map(({ day, value }) => ({ usagePoint: about.usagePoint, day, va: value })) })
  return content({ amounts: values })
}

function aboutOf(told: unknown, { usagePoint }: About) {
  return {
    usagePoint,
    direction: directionNamed(textIn(told, 'grandeurMetier')),
    quantity: quantityNamed(textIn(told, 'grandeurPhysique')) ?? 'active',
  }
}

function pointsIn(told: unknown) {
  const unit = textIn(told, 'unite')
  return [...listIn(told, 'points'), ...listIn(told, 'mesure')].map((point) => {
    const { v, d, p } = treeOf(point)
    return { stamp: textOf(d) ?? '', minutes: minutesIn(textOf(p)) ?? 30, value: inUnits(numberOf(v), unit) }
  })
}

function curveIn(told: unknown, about: About): Curve[] {
  if (quantityNamed(textIn(told, 'grandeurPhysique')) === undefined) return []
  return [{ ...aboutOf(told, about), points: placedAt(pointsIn(told), about.isHome ? 'end' : 'start') }]
}

/** The dial that counts all hours tells all there is; where there is none, the classes of one calendar do together. */
function dialsIn(told: unknown, about: About): Dials[] {
  return everyIn(told, 'grandeur').map((series) => {
    const totals = listIn(series, 'cadranTotalisateur')
    const [calendar] = listIn(series, 'calendrier')
    const dials = totals.length > 0 ? totals : listIn(calendar, 'classeTemporelle')
    const shown = dials.flatMap((dial) =>
      listIn(dial, 'valeur').flatMap((one) => {
        const value = numberOf(treeOf(one)['v'])
        const day = textIn(one, 'd')?.slice(0, 10)
        const name = textIn(dial, 'idClasseTemporelle') ?? textIn(dial, 'codeCadran') ?? ''
        return value === null || day === undefined ? [] : [{ day, dial: name, value }]
      }),
    )
    return { ...aboutOf(series, about), shown }
  })
}
