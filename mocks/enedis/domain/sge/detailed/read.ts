import type { EnedisSettings } from '../../../dialect/index.ts'
import type { Direction } from '../../../model/index.ts'
import type { DetailedView, Seen, SeenUsagePoint } from '../../../views/index.ts'
import { isHome } from '../../collection.ts'
import { isStampedAtEnd } from '../../curve.ts'
import { dailyEnergy, indexes, maxPower, type Answer, type Question } from '../../measures.ts'
import type { DetailedAsked, Telling } from './asked.ts'
import { curveTold } from './curves.ts'
import { energiesTold } from './energies.ts'
import { quantitiesOf } from './kinds.ts'

/** What whoever reads detailed measures must know. */
export type Look = { now: string; seed: string; dialect: EnedisSettings }

/** Reads the measures that were asked for, one part for each direction and quantity. */
export function readMeasures(state: Seen, telling: Telling, look: Look): Answer<DetailedView> {
  return readers[telling.asked.of](state, telling, look)
}

type Reader = (state: Seen, telling: Telling, look: Look) => Answer<DetailedView>

const readers: Record<DetailedAsked['of'], Reader> = {
  COURBE: readCurves,
  ENERGIE: readEnergies,
  PMAX: readPeaks,
  INDEX: readDials,
}

function readCurves(state: Seen, telling: Telling, look: Look): Answer<DetailedView> {
  const { asked, point, directions } = telling
  const { version } = asked
  // A stamp with its offset comes once: it is the stamps of V3 alone that come twice in October.
  const dialect =
    version === 'v2' ? ({ ...look.dialect, dstStamps: 'keep', stampZone: 'local' } as const) : look.dialect
  const parts = directions.flatMap((direction) =>
    quantitiesOf('COURBE', telling).map((quantity) => {
      const question = questionOf(asked, { point, direction })
      const answer = curveTold(state, { question, point, quantity, version }, { ...look, dialect })
      return as(answer, (points) => ({ direction, quantity, points }))
    }),
  )
  const stampedAt = isStampedAtEnd(point, dialect) ? 'end' : 'start'
  return gathered(parts, (curves) => ({ ...aboutOf(asked, point), of: 'COURBE', stampedAt, curves }))
}

function readEnergies(state: Seen, { asked, point, directions }: Telling, look: Look): Answer<DetailedView> {
  const { by } = asked
  const parts = directions.map((direction) => {
    const answer = dailyEnergy(state, questionOf(asked, { point, direction }), look)
    return as(answer, (days) => ({ direction, values: energiesTold(days, asked) }))
  })
  // Source: SWAGGER, modeCalcul of 2026, whose names are those of V3; INF, which segment has which.
  const knownBy = isHome(point) ? 'indexes' : 'curve'
  return gathered(parts, (energies) => ({ ...aboutOf(asked, point), of: 'ENERGIE', by, knownBy, energies }))
}

function readPeaks(state: Seen, { asked, point }: Telling, look: Look): Answer<DetailedView> {
  const { by } = asked
  const answer = maxPower(state, { ...questionOf(asked, { point, direction: 'consumption' }), by, phases: false }, look)
  return as(answer, (peaks) => ({ ...aboutOf(asked, point), of: 'PMAX', by, peaks }))
}

const countings = { EA: 'active', ERI: 'inductive', ERC: 'capacitive' } as const

function readDials(state: Seen, telling: Telling, look: Look): Answer<DetailedView> {
  const { asked, point, directions } = telling
  const parts = directions.flatMap((direction) =>
    quantitiesOf('INDEX', telling).map((quantity) => {
      const question = { ...questionOf(asked, { point, direction }), counting: countings[quantity] }
      return as(indexes(state, question, look), (view) => ({ direction, quantity, indexes: view }))
    }),
  )
  return gathered(parts, (dials) => ({ ...aboutOf(asked, point), of: 'INDEX', dials }))
}

function questionOf(
  { from, until, stage }: DetailedAsked,
  { point, direction }: { point: SeenUsagePoint; direction: Direction },
): Question {
  return { usagePoint: point.id, audience: 'sge', direction, stage, customer: null, dataFrom: null, from, until }
}

const aboutOf = ({ stage, from, until }: DetailedAsked, { id: usagePoint }: SeenUsagePoint) => ({
  usagePoint,
  stage,
  from,
  until,
})

function as<View, Part>(answer: Answer<View>, tell: (view: View) => Part): Answer<Part> {
  return answer.found === 'measures' ? { found: 'measures', measures: tell(answer.measures) } : answer
}

/** The parts of which there are measures; without any, why the first has none. */
function gathered<Part>(parts: Answer<Part>[], view: (told: Part[]) => DetailedView): Answer<DetailedView> {
  const told = parts.flatMap((part) => (part.found === 'measures' ? [part.measures] : []))
  const empty = parts.find((part) => part.found !== 'measures') ?? { found: 'nothing', because: 'noData' }
  return told.length > 0 ? { found: 'measures', measures: view(told) } : empty
}
