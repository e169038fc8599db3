import { alert, unknownName } from '../../../errors/index.ts'
import type {
  Application,
  Contact,
  ContactRole,
  ContratId,
  PartyId,
  ServiceContract,
  State,
} from '../../../model/index.ts'

/** What the datahub lets people do with a contract, in its own words. */
const acts = {
  read: 'consulter un contrat',
  update: 'modifier un contrat',
  terminate: 'résilier un contrat',
  fillSiAnnex: "compléter l'annexe SI d'un contrat",
  addContact: 'ajouter un interlocuteur',
  removeContact: "retirer l'accès d'un interlocuteur",
} as const
export type ContractAct = keyof typeof acts

/** Which of them each role may, on FDS contracts that they are authorised on. Source: FAQ, roles of the datahub. */
const may = {
  technical: ['read', 'fillSiAnnex'],
  contractual: ['read', 'update', 'terminate', 'fillSiAnnex', 'addContact', 'removeContact'],
  legalRepresentative: [],
} as const satisfies Record<ContactRole, readonly ContractAct[]>

/** How the datahub calls the roles. */
const roles = {
  technical: 'interlocuteur technique',
  contractual: 'interlocuteur contractuel',
  legalRepresentative: 'représentant légal',
} as const satisfies Record<ContactRole, string>

type NewContact = Pick<Contact, 'name' | 'role' | 'entity'> & { authorised: boolean; email?: string | undefined }

/** Makes the datahub know somebody. */
export function openContact(state: State, { name, role, entity, authorised, email }: NewContact): Contact {
  const own = Object.values(state.sge.contracts).filter(({ party }) => authorised && party === entity)
  const profile = { email: email ?? `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@example.com`, phone: null }
  state.sge.contacts[name] = {
    ...{ name, role, entity, profile },
    authorisedOn: Object.fromEntries(own.map(({ id }) => [id, true])),
  }
  return state.sge.contacts[name]
}

/** Somebody on the datahub by the name they have in the story. */
export function contactNamed({ sge }: State, name: string): Contact {
  const contact = Object.hasOwn(sge.contacts, name) ? sge.contacts[name] : undefined
  if (contact === undefined) throw unknownName('contact', name, Object.keys(sge.contacts))
  return contact
}

/** Refuses whoever may not do something with a contract; an act in nobody's name is that of somebody who may. */
export function mustMayOn(
  state: State,
  { as, act, contract }: { as: string | undefined; act: ContractAct; contract: ServiceContract },
): void {
  if (as === undefined) return
  const { role, authorisedOn } = contactNamed(state, as)
  const allowed: readonly ContractAct[] = may[role]
  if (!allowed.includes(act)) throw alert.contactMayNot({ role: roles[role], what: acts[act] })
  if (contract.kind !== 'FDS') throw alert.contractNotFds({ contract: contract.id })
  if (!Object.hasOwn(authorisedOn, contract.id)) throw alert.contactNotAuthorised({ contract: contract.id })
}

/** Only technical contacts manage what runs in production: applications of FDS, of their own entity. */
export function mustMayManage(state: State, { as, application }: { as: string; application: Application }): void {
  const { role, entity } = contactNamed(state, as)
  const { name } = application
  if (application.environment === 'sandbox') return
  if (role !== 'technical')
    throw alert.contactMayNot({ role: roles[role], what: 'gérer les applications de production' })
  const siren = entity && state.sge.parties[entity]?.siren
  if (siren !== application.entity) throw alert.applicationOfOtherEntity({ name })
  if (application.service !== 'FDS') throw alert.applicationOfOtherService({ name })
}

/** Only a legal representative signs what arrives by mail. */
export function mustSign(state: State, as: string): Contact {
  const contact = contactNamed(state, as)
  if (contact.role !== 'legalRepresentative')
    throw alert.contactMayNot({ role: roles[contact.role], what: 'signer un contrat' })
  return contact
}

/** To whom of an entity Enedis mails what is to be signed. */
export function signersOf({ sge }: State, siren: string): string[] {
  const theirs = Object.values(sge.contacts).filter(({ entity }) => entity && sge.parties[entity]?.siren === siren)
  return theirs.filter(({ role }) => role === 'legalRepresentative').map(({ name }) => name)
}

/** Adds somebody to a contract: new to the datahub, or of the same entity. */
export function addContact(
  state: State,
  { contract, name, role }: { contract: ServiceContract; name: string; role: 'technical' | 'contractual' },
): void {
  const known = Object.hasOwn(state.sge.contacts, name) ? state.sge.contacts[name] : undefined
  if (known !== undefined && known.entity !== null && known.entity !== contract.party)
    throw alert.contactOfOtherEntity({ name })
  const contact = known ?? openContact(state, { name, role, entity: contract.party, authorised: false })
  Object.assign(contact, { role, entity: contract.party })
  contact.authorisedOn[contract.id] = true
}

/** Takes somebody's access to a contract away; one who has none left belongs to the entity no more. */
export function removeContact(state: State, { contract, name }: { contract: ServiceContract; name: string }): void {
  const contact = contactNamed(state, name)
  if (contact.role === 'contractual' && contractualOf(state, contract.party).length <= 1)
    throw alert.lastContractualContact()
  delete contact.authorisedOn[contract.id]
  if (Object.keys(contact.authorisedOn).length === 0) contact.entity = null
}

/** Authorised or not: the last one stays. */
const contractualOf = ({ sge }: State, party: PartyId) =>
  Object.values(sge.contacts).filter(({ role, entity }) => role === 'contractual' && entity === party)

/** Ends a contract: whoever asks under it is refused from now on. Source: FAQ; ANNEX, 473. */
export function terminate(contract: ServiceContract): void {
  if (contract.state === 'ended') throw alert.contractEnded({ contract: contract.id })
  contract.state = 'ended'
}

/** The contract that is meant: by its number, or your first. */
export function contractMeant({ sge }: State, number: string | undefined): ServiceContract {
  const contracts = Object.values(sge.contracts)
  const meant =
    number === undefined
      ? contracts.find(({ party }) => party === sge.you)
      : contracts.find(({ id }) => id === (number as ContratId))
  if (meant === undefined) throw unknownName('contract', number ?? 'you', Object.keys(sge.contracts))
  return meant
}
