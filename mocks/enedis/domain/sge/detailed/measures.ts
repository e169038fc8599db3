import { refuse } from '../../../errors/index.ts'
import type { DetailedView, Seen } from '../../../views/index.ts'
import type { Answer } from '../../measures.ts'
import { isAsFound } from '../platform/as-found.ts'
import { pointKnown } from '../point-known.ts'
import { quantitiesMeant, type DetailedAsked } from './asked.ts'
import { directionsMeant, mustBeMeasured, mustWork } from './kinds.ts'
import { readMeasures, type Look } from './read.ts'
import { mustHaveRight } from './right.ts'
import { mustBeTold } from './window.ts'

/**
 * What a meter measured, in detail: its curves, energies, peaks or dials, or that there is nothing in a period that may
 * be told. Of several reasons against it, the first that stands here is told. Source: SGEGUIDE,
 * ConsultationMesuresDetaillees v2 and V3; ANNEX; INF, the order.
 */
export function detailedMeasures(state: Seen, asked: DetailedAsked, look: Look): Answer<DetailedView> {
  const point = pointKnown(state, asked.usagePoint)
  const directions = directionsMeant(point, asked.directions)
  const telling = { asked, point, directions, isBroken: isAsFound({ by: asked, dialect: look.dialect }) }
  mustHaveRight(state, telling, look.now)
  if (quantitiesMeant(asked.of, asked.quantity).length === 0) throw refuse.sgeMeasureTypeNotConform()
  mustBeTold(telling, { ...look, publishAt: state.settings.publishAt })
  mustBeMeasured(telling)
  mustWork(telling)
  if (point.servicesLevel === '0') throw refuse.sgeMeterNotCommunicating()
  return readMeasures(state, telling, look)
}
