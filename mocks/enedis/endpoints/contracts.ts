import type { Call, Endpoint } from '../../../src/contract/endpoint.ts'
import type { EnedisVisit } from '../access/index.ts'
import type { Look } from '../dialect/index.ts'
import { kindOfApi } from '../domain/api.ts'
import { generalTold, meteringTold, situationTold, supplyTold, synthesisTold } from '../domain/contract-apis.ts'
import type { Reading } from '../domain/data-access.ts'
import type { ApiName } from '../model/index.ts'
import type { Seen } from '../views/index.ts'
import { encodeMetering } from '../wire/contract/metering.ts'
import { encodeGeneral, encodeSupply, encodeSynthesis } from '../wire/contract/point.ts'
import { encodeSituation } from '../wire/contract/situation.ts'
import { decodeUsagePoint } from '../wire/v2/query.ts'
import { lookAtCheckDigits } from './check-digits.ts'
import { apiDoor } from './door.ts'
import { inSpec } from './in-spec.ts'
import { sendJson } from './json.ts'

/** What contracts and meters are, in five APIs of 2026. */
export const contracts = [
  ...api('situation_contrat_auto', 'situationContrat', { told: situationTold, encode: encodeSituation }),
  ...api('synth_contrat_auto', 'synthContrat', { told: synthesisTold, encode: encodeSynthesis }),
  ...api('donnees_generales_auto', 'donneesGenerales', { told: generalTold, encode: encodeGeneral }),
  ...api('alimentation_auto', 'alimentation', { told: supplyTold, encode: encodeSupply }),
  ...api('comptage_auto', 'comptage', { told: meteringTold, encode: encodeMetering }),
]

type Api<View> = {
  told: (state: Seen, reading: Reading, look: Look) => View
  encode: (view: View, dialect: EnedisVisit['dialect']) => string
}

/** The usage point stands in the path; in the query it is not looked for. Source: SWAGGER; CAPTURE, 500 without (R21). */
function api<View>(name: ApiName, noun: string, { told, encode }: Api<View>): Endpoint[] {
  const handle = (c: Call, visit: EnedisVisit) => {
    const { store, caller: bearer, now, dialect } = visit
    const usagePoint = inSpec(visit, () => decodeUsagePoint(c.req.param('prm')))
    lookAtCheckDigits(usagePoint, visit)
    const data = kindOfApi[name] ?? 'contract'
    const view = store.read((state) => told(state, { bearer, usagePoint, data }, { now, dialect }))
    return sendJson(c, encode(view, dialect))
  }
  const source = `SWAGGER and CAPTURE, ${name}`
  return [
    apiDoor(`GET /${name}/v1/:prm`, { name: `${noun}.read`, basis: 'observed', source }, handle),
    apiDoor(`GET /${name}/v1`, { name: `${noun}.readWithoutPrm`, basis: 'observed', source }, handle),
  ]
}
