import type { Evidence, Turn } from '../../../evidence.ts'
import { callsOf, type Call } from '../facts/calls.ts'

/** The services by the names that the journal has for their calls. */
const operations: Readonly<Record<string, string>> = {
  'points.search': 'rechercherPoint',
  'technicalData.read': 'consulterDonneesTechniquesContractuelles',
  'readings.read': 'consulterMesures',
  'measuresV2.read': 'consulterMesuresDetaillees',
  'measuresV3.read': 'consulterMesuresDetailleesV3',
  'collection.order': 'commanderCollectePublicationMesures',
  'services.search': 'rechercherServicesSouscritsMesures',
  'service.stop': 'commanderArretServiceSouscritMesures',
  'serviceByOtherName.stop': 'commanderArretServiceSouscritMesures',
  'withinTheDay.order': 'commanderTransmissionDonneesInfraJ',
  'history.order': 'commanderTransmissionHistoriqueMesures',
  'access.order': 'commanderAccesDonneesMesures',
  'accessServices.order': 'commanderServicesAccesDonnees',
  'accessEnd.order': 'commanderArretServicesAccesDonnees',
  'accessOptions.change': 'commanderModificationOptionsServicesAccesDonnees',
  'accessRenewal.order': 'commanderRenouvellementServicesAccesDonnees',
  'accessSearch.list': 'rechercherServicesAccesDonnees',
  'fineMeasures.order': 'commandeHistoriqueDonneesMesuresFines',
  'billedMeasures.order': 'commandeHistoriqueDonneesMesuresFacturantes',
  'technicalFiles.order': 'commandeInformationsTechniquesEtContractuelles',
}

/** A call of a web service of SGE with what came back, as cases see it. */
export type ServiceCall = Pick<Call, 'id' | 'entry' | 'status' | 'turn'> & {
  /** The operation; the path, where nothing answers. */
  service: string
  /** What was asked, as far as it could be read. */
  asked: unknown
  /** What came back, and whether the journal has the whole of it. */
  reply: { text: string; isWhole: boolean } | undefined
  /** The return code, where one was told, and the words with it. */
  code: string | undefined
  says: string | undefined
}

const lists = new WeakMap<Evidence, readonly ServiceCall[]>()

/** Every call of a web service of SGE, in order. */
export function serviceCalls(evidence: Evidence): readonly ServiceCall[] {
  const known = lists.get(evidence) ?? callsOf(evidence).map(withReply)
  lists.set(evidence, known)
  return known
}

export function serviceCallsIn(evidence: Evidence, turn: Turn): readonly ServiceCall[] {
  return serviceCalls(evidence).filter((call) => call.turn === turn)
}

function withReply({ id, entry, endpoint, words, status, turn }: Call): ServiceCall {
  const body = entry.response?.body
  const reply = body ? { text: body.text, isWhole: body.sha256 === undefined } : undefined
  const [, code, says] = resultIn(reply?.text ?? '')
  const service = operations[endpoint ?? ''] ?? new URL(entry.request.url).pathname
  const told = { code, says: says === undefined ? undefined : readable(says) }
  return { id, entry, status, turn, service, asked: words, reply, ...told }
}

/** M023 says what it has to say in the fault itself, every other service in a result. */
function resultIn(reply: string): readonly (string | undefined)[] {
  return /<resultat code="(\w+)">([^<]*)/.exec(reply) ?? /<faultstring>[^<]*\b(SGT\w+) ([^<]*)/.exec(reply) ?? []
}

function readable(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name] as string).trim()
}

/** Seconds of the client between the beginnings of a call and of the one before it. */
export function secondsBefore(evidence: Evidence, call: ServiceCall): number {
  const before = serviceCalls(evidence).findLast(({ id }) => id < call.id)
  return before === undefined ? Infinity : ((beganAt(call) - beganAt(before)) * evidence.pace) / 1000
}

function beganAt({ entry: { real } }: ServiceCall): number {
  return Date.parse(real.at) - (real.ms ?? 0)
}
