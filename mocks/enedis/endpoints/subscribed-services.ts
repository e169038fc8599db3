import * as v from 'valibot'
import type { Call } from '../../../src/contract/endpoint.ts'
import type { EnedisVisit } from '../access/index.ts'
import { servicesAsked } from '../domain/subscribed-services.ts'
import { refuse } from '../errors/index.ts'
import { serviceKinds, serviceStates, serviceTypes } from '../views/index.ts'
import { isDay } from '../wire/day.ts'
import { encodeServices, type ServicePage } from '../wire/subscribed-services.ts'
import { apiDoor } from './door.ts'
import { inSpec } from './in-spec.ts'
import { sendJson } from './json.ts'

/** What an authorisation is about: the way from the number in a redirect to the usage point. */
export const subscribedServices = [
  apiDoor(
    'POST /subscribed_services/v1',
    { name: 'subscribedServices.list', basis: 'documented', source: 'SWAGGER, subscribed_services; CLIENT' },
    async (c, visit) => {
      mustBeKnownPath(c, visit)
      const text = await c.req.text()
      const asked = inSpec(visit, () => decode(text, visit))
      return sendJson(c, encodeServices(pageOf(asked, visit), visit.dialect))
    },
  ),
]

/** With and without a slash at the end, unless the story says otherwise (R28). */
function mustBeKnownPath(c: Call, { dialect: { servicesSlash } }: EnedisVisit): void {
  const isWith = new URL(c.req.url).pathname.endsWith('/')
  if (servicesSlash === (isWith ? 'without' : 'with')) throw refuse.unknownPath()
}

const usagePoint = v.pipe(v.string(), v.regex(/^\d{14}$/))
const siren = v.pipe(v.string(), v.regex(/^\d{9}$/))
const day = v.pipe(v.string(), v.check(isDay))
const flag = v.nullish(v.boolean(), null)
const upToThousand = <One extends v.GenericSchema>(one: One) => v.nullish(v.pipe(v.array(one), v.maxLength(1000)), [])

/** Source: SWAGGER, subscribed_services: fields, defaults and limits. */
const request = v.object({
  comptage: v.boolean(),
  autorisationId: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  etatCode: v.nullish(v.array(v.picklist(serviceStates)), ['ACTIF', 'DEMANDE']),
  serviceType: v.nullish(v.picklist(serviceTypes), 'ACCES'),
  pointId: upToThousand(usagePoint),
  siren: upToThousand(siren),
  mesureTypeCode: v.nullish(v.array(v.picklist(serviceKinds)), null),
  soutirage: flag,
  injection: flag,
  autorisation: flag,
  dateDebut: v.nullish(day, null),
  dateFin: v.nullish(day, null),
  page: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0)), 1),
})
type Request = v.InferOutput<typeof request>

/** What is wrong is for the journal: Enedis does not tell. */
function decode(text: string, { decoded, note }: EnedisVisit): Request {
  const body = jsonIn(text)
  decoded(body ?? null)
  const read = v.safeParse(request, body)
  if (read.success) return read.output
  const [issue] = read.issues
  const says = `The request is not as described: ${v.getDotPath(issue) ?? 'body'}: ${issue.message}`
  note({ finding: 'request-invalid', level: 'warning', says, source: 'SWAGGER, subscribed_services' })
  throw refuse.servicesBadRequest()
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** How many services a page has is not public. */
const pageSize = 1000

/** Whether pages are counted from 0 or from 1 is not public: the first is both. */
function pageOf(asked: Request, { store, caller: bearer, now }: EnedisVisit): ServicePage {
  const question = {
    ...{ bearer, authorisation: String(asked.autorisationId), states: asked.etatCode, type: asked.serviceType },
    ...{ kinds: asked.mesureTypeCode, usagePoints: asked.pointId, sirens: asked.siren },
    ...{ withdraws: asked.soutirage, injects: asked.injection, from: asked.dateDebut, until: asked.dateFin },
  }
  const found = store.read((state) => servicesAsked(state, question, { now }))
  const start = Math.max(0, asked.page - 1) * pageSize
  const services = asked.comptage ? [] : found.slice(start, start + pageSize)
  // Whether the flag leaves services out or only their authorisations is not public: nothing is hidden by it here.
  return { total: found.length, services, countOnly: asked.comptage, explained: asked.autorisation !== false }
}
