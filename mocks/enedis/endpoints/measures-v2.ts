import type { Call, Endpoint } from '../../../src/contract/endpoint.ts'
import type { EnedisVisit } from '../access/index.ts'
import type { Answer } from '../domain/measures.ts'
import {
  curveAsked,
  daysAsked,
  indexesAsked,
  measuresIn,
  peaksAsked,
  type ReadLook,
  type SynchronousQuestion,
} from '../domain/synchronous-measures.ts'
import type { Direction } from '../model/index.ts'
import type { Seen } from '../views/index.ts'
import { encodeIndexes } from '../wire/v2/indexes.ts'
import { encodeDailyEnergy, encodeLoadCurve, encodeMaxPower, type About } from '../wire/v2/measures.ts'
import { decodePeaks, decodeWindow } from '../wire/v2/query.ts'
import { lookAtCheckDigits } from './check-digits.ts'
import { apiDoor } from './door.ts'
import { inSpec } from './in-spec.ts'
import { sendJson } from './json.ts'
import { tellWhyNothing } from './why-nothing.ts'

const documented = { basis: 'documented', source: 'SWAGGER, mesure_synchrone_auto v2' } as const
const observed = { basis: 'observed', source: 'CAPTURE and SWAGGER, mesure_synchrone_auto v2' } as const

/** The measures of 2026: seven resources over one meter. */
export const measuresV2 = [
  resource('consommation_quotidienne', { name: 'consommationQuotidienne.read', ...observed }, daily('consumption')),
  resource('production_quotidienne', { name: 'productionQuotidienne.read', ...documented }, daily('production')),
  resource(
    'courbe_de_charge_consommation',
    { name: 'courbeDeChargeConsommation.read', ...observed },
    curve('consumption'),
  ),
  resource(
    'courbe_de_charge_production',
    { name: 'courbeDeChargeProduction.read', ...documented },
    curve('production'),
  ),
  resource('puissance_conso_max_quotidienne', { name: 'puissanceConsoMaxQuotidienne.read', ...documented }, peaks),
  resource('index_consommation', { name: 'indexConsommation.read', ...documented }, dials('consumption')),
  resource('index_production', { name: 'indexProduction.read', ...documented }, dials('production')),
]

type AboutResource = Parameters<typeof apiDoor>[1]
type Reading = (c: Call, visit: EnedisVisit) => string

function resource(path: string, about: AboutResource, read: Reading): Endpoint {
  return apiDoor(`GET /mesure_synchrone_auto/v2/${path}`, about, (c, visit) =>
    sendJson(c, read(c, visit), visit.dialect.measuresType),
  )
}

function daily(direction: Direction): Reading {
  return (c, visit) => {
    const about = aboutIn(c, visit, direction)
    return encodeDailyEnergy(about, told(visit, about, daysAsked))
  }
}

function curve(direction: Direction): Reading {
  return (c, visit) => {
    const about = aboutIn(c, visit, direction)
    return encodeLoadCurve(about, told(visit, about, curveAsked))
  }
}

function peaks(c: Call, visit: EnedisVisit): string {
  const about = aboutIn(c, visit, 'consumption')
  const asked = inSpec(visit, () => decodePeaks(c.req.query()))
  return encodeMaxPower(about, asked, told(visit, { ...about, ...asked }, peaksAsked))
}

function dials(direction: Direction): Reading {
  return (c, visit) => {
    const about = aboutIn(c, visit, direction)
    return encodeIndexes(about, told(visit, about, indexesAsked))
  }
}

function aboutIn(c: Call, visit: EnedisVisit, direction: Direction): About {
  visit.decoded(c.req.query())
  const asked = inSpec(visit, () => decodeWindow(c.req.query()))
  lookAtCheckDigits(asked.usagePoint, visit)
  return { ...asked, direction }
}

type Asked = Omit<SynchronousQuestion, 'bearer'>

function told<More extends Asked, View>(
  visit: EnedisVisit,
  asked: More,
  ask: (state: Seen, question: More & SynchronousQuestion, look: ReadLook) => Answer<View>,
): View {
  const { store, caller, now, seed, dialect } = visit
  const answer = store.read((state) => ask(state, { ...asked, bearer: caller }, { now, seed, dialect }))
  return measuresIn(tellWhyNothing(answer, visit), dialect)
}
