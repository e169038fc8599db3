import * as v from 'valibot'
import { action, named } from '../../../../src/contract/action.ts'
import type { EnedisHouse } from '../../dialect/index.ts'
import { partyNamed, you } from '../../domain/names.ts'
import { grantPackage, openUser, receiveCertificate, takeStep } from '../../domain/sge/parties/homologation.ts'
import { sgePackages, type HomologationStep, type Login, type State } from '../../model/index.ts'
import { duration, fingerprint, login } from '../../words.ts'

const party = v.optional(named('party'), you)
const path = { basis: 'documented', source: 'FAQ, homologation: the steps from entity to tests' } as const

/** The way of a party to the web services, and of its people to their logins. */
export const homologation = {
  createEntity: step('entityCreated', 'creates the entity of a market party in production, which takes weeks'),
  replicateEntity: step('entityReplicated', 'copies the entity of a market party over to homologation'),
  holdMeeting: step('meetingHeld', 'holds the launch meeting with a market party, the only one there is'),
  sendKit: step('kitSent', 'sends a market party its report, with certificates, catalogue and guides in a zip'),
  openAccess: step('accessOpened', 'opens the access of a market party: its certificate is let in from now on'),

  receiveCertificate: action(
    {
      title: 'receives the certificate of a market party, its first one or one to replace it',
      args: v.strictObject({
        party,
        /** Its own when left out, or the one that is minted to replace it, */
        next: v.optional(v.boolean(), false),
        /** or another, by the SHA-256 of it in 64 hex digits. */
        fingerprint: v.optional(fingerprint),
      }),
      basis: 'documented',
      source: 'FAQ, homologation: the party sends its certificate; renewal by a ticket fifteen working days ahead',
    },
    (state: State, { party: name, next, fingerprint: value }) => {
      const own = next ? 'the next' : 'its own'
      const certificate = value === undefined ? own : ({ by: 'fingerprint', value } as const)
      receiveCertificate(state, { party: partyNamed(state, name), certificate })
      return { received: name }
    },
  ),

  grantPackage: action(
    {
      title: 'lets a market party use a package in production, all of whose services it has shown to work together',
      args: v.strictObject({ party, package: v.picklist(sgePackages) }),
      basis: 'documented',
      source: 'FAQ, homologation: by package, all services of it at once',
    },
    (state: State, { party: name, package: granted }, house: EnedisHouse) => {
      grantPackage(state, { party: partyNamed(state, name), package: granted }, house)
      return { granted }
    },
  ),

  openUser: action(
    {
      title: 'creates a user of a market party, whose login and key arrive about ten days later',
      args: v.strictObject({ party, login, after: v.optional(duration, 'P10D') }),
      basis: 'documented',
      source: 'FAQ, habilitateurs create users, to the main one of whom login and key are sent after about ten days',
    },
    (state: State, { party: name, login, after }, house: EnedisHouse) => {
      return { opensAt: openUser(state, { party: partyNamed(state, name), login: login as Login, after }, house) }
    },
  ),
}

function step(step: HomologationStep, title: string) {
  return action({ title, args: v.strictObject({ party }), ...path }, (state: State, { party: name }) => {
    takeStep(state, { party: partyNamed(state, name), step })
    return { reached: step }
  })
}
