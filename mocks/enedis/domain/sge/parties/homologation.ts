import { later } from '../../../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../../../dialect/index.ts'
import { alert } from '../../../errors/index.ts'
import {
  homologationSteps,
  type HomologationStep,
  type Instant,
  type Login,
  type Party,
  type PartyCertificate,
  type PartyId,
  type SgePackage,
  type State,
} from '../../../model/index.ts'
import { paris } from '../../paris.ts'
import { renewedNameOf } from '../certificates/certificate.ts'
import { hasReached } from './steps.ts'

/** A party takes its next step on the way to the web services; none is left out and none is taken twice. */
export function takeStep(state: State, { party: id, step }: { party: PartyId; step: HomologationStep }): void {
  const party = partyAt(state, id)
  if (hasReached(party, step)) {
    throw step === 'meetingHeld' ? alert.sgeSecondMeeting() : alert.sgeStepDone({ step: stepsInFrench[step] })
  }
  const before = homologationSteps[homologationSteps.indexOf(step) - 1]
  if (before !== undefined && !hasReached(party, before)) {
    throw alert.sgeStepTooEarly({ before: stepsInFrench[before] })
  }
  party.reached = step
}

/** Enedis has received a certificate: the first one is a step on the way, a later one takes its place. */
export function receiveCertificate(
  state: State,
  { party: id, certificate }: { party: PartyId; certificate: PartyCertificate | 'its own' | 'the next' },
): void {
  const party = partyAt(state, id)
  if (!hasReached(party, 'certificateReceived')) takeStep(state, { party: id, step: 'certificateReceived' })
  if (certificate === 'its own') return
  party.certificate =
    certificate === 'the next' ? { by: 'commonName', value: renewedNameOf(party.certificate.value) } : certificate
}

/** All cases of a package were passed in one run: its services may be used in production. */
export function grantPackage(
  state: State,
  { party: id, package: granted }: { party: PartyId; package: SgePackage },
  { now }: EnedisHouse,
): void {
  const party = partyAt(state, id)
  if (!hasReached(party, 'accessOpened')) throw alert.sgeStepTooEarly({ before: stepsInFrench.accessOpened })
  party.granted[granted] ??= now
}

/** Somebody becomes a user of a party; until login and key have arrived nobody knows them. Source: FAQ, about ten days. */
export function openUser(
  state: State,
  { party, login, after }: { party: PartyId; login: Login; after: string },
  { now }: EnedisHouse,
): Instant {
  if (state.sge.users[login] !== undefined) throw alert.sgeUserExists({ login })
  const opensAt = later(now, after, paris)
  state.sge.users[login] = { login, party, opensAt }
  return opensAt
}

const stepsInFrench = {
  entityCreated: 'entité créée en production',
  entityReplicated: 'entité répliquée en homologation',
  meetingHeld: 'réunion de lancement',
  kitSent: 'envoi du compte rendu et du kit',
  certificateReceived: 'réception du certificat',
  accessOpened: 'ouverture des accès',
} as const satisfies Record<HomologationStep, string>

const partyAt = ({ sge }: State, id: PartyId) => sge.parties[id] as Party
