import * as v from 'valibot'
import { action, named, newName } from '../../../src/contract/action.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { signContract } from '../domain/registration.ts'
import { addressOf } from '../domain/sge/files/channel.ts'
import {
  addContact,
  contactNamed,
  contractMeant,
  mustMayOn,
  mustSign,
  removeContact,
  terminate,
  type ContractAct,
} from '../domain/sge/parties/contacts.ts'
import { createUser, nameHabilitateur } from '../domain/sge/parties/habilitateurs.ts'
import type { Login, ServiceContract, Siren, State } from '../model/index.ts'
import { channel, contratId, login, siren, text } from '../words.ts'

const roles = { basis: 'documented', source: 'FAQ, roles of the datahub' } as const
/** Who acts, left out: somebody who may; and on which contract, left out: your first. */
const on = { as: v.optional(named('contact')), contract: v.optional(contratId) }

/** What the people of a market party do with its contracts on the datahub. */
export const contracts = {
  readContract: action({ title: 'looks at a contract', args: v.strictObject(on), ...roles }, (state: State, told) => ({
    contract: { ...mayOn(state, 'read', told) },
  })),

  changeChannel: action(
    {
      title: 'changes where the files of a contract go: those already sent are not sent again',
      args: v.strictObject({ ...on, channel }),
      basis: 'documented',
      source: 'FAQ, the delivery channel is declared in the contract and can be changed at any time on the datahub',
    },
    (state: State, { channel, ...told }) => {
      mayOn(state, 'update', told).channel = addressOf(channel)
      return { channel }
    },
  ),

  fillSiAnnex: action(
    {
      title: 'fills in the annex on information systems of a contract',
      args: v.strictObject({ ...on, sourceAddress: text, technicalEmail: v.pipe(v.string(), v.email()) }),
      ...roles,
    },
    (state: State, { sourceAddress, technicalEmail, ...told }) => {
      mayOn(state, 'fillSiAnnex', told).siAnnex = { sourceAddress, technicalEmail }
      return { filledIn: true }
    },
  ),

  terminateContract: action(
    { title: 'terminates a contract: requests under it are refused from now on', args: v.strictObject(on), ...roles },
    (state: State, told) => {
      const contract = mayOn(state, 'terminate', told)
      terminate(contract)
      return { terminated: contract.id }
    },
  ),

  addContact: action(
    {
      title: 'adds a technical or contractual contact to a contract: somebody new, or who is on the datahub already',
      args: v.pipe(
        v.strictObject({
          ...on,
          called: v.optional(newName('contact')),
          contact: v.optional(named('contact')),
          role: v.picklist(['technical', 'contractual']),
        }),
        v.check(
          ({ called, contact }) => (called === undefined) !== (contact === undefined),
          'Write one: called, or contact.',
        ),
      ),
      ...roles,
    },
    (state: State, { called, contact, role, ...told }) => {
      const name = (called ?? contact)!
      addContact(state, { contract: mayOn(state, 'addContact', told), name, role })
      return { added: name }
    },
  ),

  removeContact: action(
    {
      title: "takes a contact's access to a contract away",
      args: v.strictObject({ ...on, contact: named('contact') }),
      ...roles,
    },
    (state: State, { contact: name, ...told }) => {
      removeContact(state, { contract: mayOn(state, 'removeContact', told), name })
      return { removed: name }
    },
  ),

  nameHabilitateur: action(
    {
      title: 'names somebody in annex 2 of a contract who may create users; login and key reach the first by post',
      args: v.strictObject({ ...on, name: text, login }),
      basis: 'documented',
      source: 'FAQ, contractual contacts add a habilitateur in annex 2; about ten days until login and key are there',
    },
    (state: State, { name, login, ...told }, house: EnedisHouse) => {
      const contract = mayOn(state, 'update', told)
      return { opensAt: nameHabilitateur(state, { contract, name, login: login as Login }, house) }
    },
  ),

  createUser: action(
    {
      title: 'creates a user of the web services, as a habilitateur',
      args: v.strictObject({ as: text, contract: on.contract, login }),
      basis: 'documented',
      source: 'FAQ, habilitateurs create users',
    },
    (state: State, { as, contract, login }, house: EnedisHouse) => ({
      opensAt: createUser(state, { contract: contractMeant(state, contract), as, login: login as Login }, house),
    }),
  ),

  editProfile: action(
    {
      title: 'edits their own profile',
      args: v.strictObject({
        as: named('contact'),
        email: v.optional(v.pipe(v.string(), v.email())),
        phone: v.optional(v.nullable(text)),
      }),
      ...roles,
    },
    (state: State, { as, email, phone }) => {
      const { profile } = contactNamed(state, as)
      if (email !== undefined) profile.email = email
      if (phone !== undefined) profile.phone = phone
      return { profile: { ...profile } }
    },
  ),

  signElectronically: action(
    {
      title: 'signs, as the legal representative, the contract that arrived by mail',
      args: v.strictObject({ as: named('contact'), siren: v.optional(siren) }),
      ...roles,
    },
    (state: State, { as, siren }, house: EnedisHouse) => {
      const { entity } = mustSign(state, as)
      const own = siren ?? (entity === null ? undefined : state.sge.parties[entity]?.siren)
      signContract(state, { siren: own as Siren }, house)
      return { signed: own }
    },
  ),
}

type Told = { as?: string | undefined; contract?: string | undefined }

/** The contract that is meant, if whoever acts may do that with it. */
function mayOn(state: State, act: ContractAct, { as, contract: number }: Told): ServiceContract {
  const contract = contractMeant(state, number)
  mustMayOn(state, { as, act, contract })
  return contract
}
