import { describe, expect, test } from 'vitest'
import { codeOf } from '../../../support/enedis-sge-replies.ts'
import { collection, openVillage, prmOf } from '../../../support/enedis-sge-orders.ts'
import { contract } from '../../../support/enedis-sge.ts'

/** Tina looks after technology, Carl after contracts, Lea represents the company; Olga is of another one. */
const people = {
  otherParties: { rival: {} },
  contacts: {
    tina: { role: 'technical' },
    tom: { role: 'technical', authorised: false },
    carl: { role: 'contractual' },
    cora: { role: 'contractual', authorised: false },
    lea: { role: 'legalRepresentative' },
    olga: { role: 'contractual', entity: 'rival' },
    nora: { role: 'technical', entity: null },
  },
} as const

const theirs = '2000001'
const annex = { sourceAddress: '203.0.113.7', technicalEmail: 'si@acme.example' }

/** What the datahub answers somebody: `done`, or the alert they get. */
async function told(action: string, args: object) {
  const world = await openVillage(people)
  return world.refusedTo('customer', action, args)
}

/** The same where the contract is none of FDS. */
async function toldOfAnother(action: string, args: object) {
  const world = await openVillage(people)
  world.world.change('enedis', (state) => {
    const { sge } = state as { sge: { contracts: Record<string, { kind: string }> } }
    Object.assign(sge.contracts[contract] ?? {}, { kind: 'other' })
  })
  return world.refusedTo('customer', action, args)
}

describe('a technical contact', () => {
  test('reads contracts that they are authorised on', async () => {
    expect(await told('readContract', { as: 'tina' })).toBe('done')
    expect(await told('readContract', { as: 'tom' })).toBe('contactNotAuthorised')
    expect(await told('readContract', { as: 'tina', contract: theirs })).toBe('contactNotAuthorised')
    expect(await toldOfAnother('readContract', { as: 'tina' })).toBe('contractNotFds')
  })

  test('fills in their annex on information systems', async () => {
    const world = await openVillage(people)

    await world.customer('fillSiAnnex', { as: 'tina', ...annex })

    expect(world.state(({ sge }) => sge.contracts[contract as never]?.siAnnex)).toEqual(annex)
    expect(await world.refusedTo('customer', 'fillSiAnnex', { as: 'tom', ...annex })).toBe('contactNotAuthorised')
  })

  test('edits their profile', async () => {
    const world = await openVillage(people)

    await world.customer('editProfile', { as: 'tina', email: 'tina@acme.example', phone: '0499990000' })

    const profile = world.state(({ sge }) => sge.contacts['tina']?.profile)
    expect(profile).toEqual({ email: 'tina@acme.example', phone: '0499990000' })
  })

  test('modifies no contract and adds no contact', async () => {
    const codes = [
      await told('changeChannel', { as: 'tina', channel: 'none' }),
      await told('terminateContract', { as: 'tina' }),
      await told('addContact', { as: 'tina', called: 'zoe', role: 'technical' }),
      await told('removeContact', { as: 'tina', contact: 'cora' }),
      await told('nameHabilitateur', { as: 'tina', name: 'Hugo', login: 'hugo@acme.example' }),
    ]

    expect(new Set(codes)).toEqual(new Set(['contactMayNot']))
  })

  test('creates and manages sandbox applications, and asks for production', async () => {
    const world = await openVillage(people)
    const form = { name: 'NOUVELLE', redirectUri: 'http://localhost:3000/back' }

    await world.customer('createApplication', { as: 'tina', called: 'trial', ...form })
    await world.customer('editApplication', { as: 'tina', application: 'trial', redirectUri: 'http://localhost:1/b' })
    await world.utility('validateApplication', { application: 'trial' })
    await world.customer('requestProduction', { as: 'tina', application: 'trial', called: 'live' })

    expect(world.state(({ names }) => Object.keys(names.application))).toEqual(['you', 'sandbox', 'trial', 'live'])
  })

  test("manages their entity's applications in production, and no one else's", async () => {
    const redirectUri = 'http://localhost:1/b'
    const applications = { stranger: { entity: '000555555' } }
    const world = await openVillage(people)
    const other = await openVillage(people, { given: { applications } })

    await world.customer('editApplication', { as: 'tina', redirectUri })

    const theirs = { as: 'tina', application: 'stranger', redirectUri }
    expect(await other.refusedTo('customer', 'editApplication', theirs)).toBe('applicationOfOtherEntity')
  })

  test('manages no production application of another service', async () => {
    const world = await openVillage(people, { given: { you: { service: 'other' } } })

    const asked = { as: 'tina', redirectUri: 'http://localhost:1/b' }

    expect(await world.refusedTo('customer', 'editApplication', asked)).toBe('applicationOfOtherService')
  })
})

describe('a contractual contact', () => {
  test('reads and updates contracts that they are authorised on', async () => {
    const world = await openVillage(people)

    await world.customer('readContract', { as: 'carl' })
    await world.customer('changeChannel', { as: 'carl', channel: 'none' })

    expect(world.state(({ sge }) => sge.contracts[contract as never]?.channel)).toBeNull()
    expect(await world.refusedTo('customer', 'changeChannel', { as: 'cora', channel: 'none' })).toBe(
      'contactNotAuthorised',
    )
  })

  test('fills in the annex on information systems', async () => {
    expect(await told('fillSiAnnex', { as: 'carl', ...annex })).toBe('done')
  })

  test('terminates one, and whoever asks under it is refused from then on', async () => {
    const world = await openVillage(people)

    await world.customer('terminateContract', { as: 'carl' })

    expect(await codeOf(world, 'commandeCollecte', collection(prmOf(world, 'claire.home')))).toBe('SGT473')
    expect(await world.refusedTo('customer', 'terminateContract', { as: 'carl' })).toBe('contractEnded')
  })

  test('adds a contractual or a technical contact, new or of no entity yet', async () => {
    const world = await openVillage(people)

    await world.customer('addContact', { as: 'carl', called: 'zoe', role: 'contractual' })
    await world.customer('addContact', { as: 'carl', contact: 'nora', role: 'technical' })

    expect(await world.refusedTo('customer', 'readContract', { as: 'zoe' })).toBe('done')
    expect(await world.refusedTo('customer', 'readContract', { as: 'nora' })).toBe('done')
  })

  test('adds nobody who belongs to another entity, and nobody to a contract that is none of FDS', async () => {
    expect(await told('addContact', { as: 'carl', contact: 'olga', role: 'contractual' })).toBe('contactOfOtherEntity')
    expect(await toldOfAnother('addContact', { as: 'carl', called: 'zoe', role: 'technical' })).toBe('contractNotFds')
  })

  test("takes a contact's access away", async () => {
    const world = await openVillage(people)

    await world.customer('removeContact', { as: 'carl', contact: 'tina' })

    expect(await world.refusedTo('customer', 'readContract', { as: 'tina' })).toBe('contactNotAuthorised')
  })

  test('does not remove the last contractual contact, authorised or not', async () => {
    const world = await openVillage(people)

    await world.customer('removeContact', { as: 'carl', contact: 'carl' })
    const last = await world.refusedTo('customer', 'removeContact', { contact: 'cora' })

    expect(last).toBe('lastContractualContact')
  })

  test('does nothing on contracts of others', async () => {
    const codes = [
      await told('readContract', { as: 'carl', contract: theirs }),
      await told('terminateContract', { as: 'carl', contract: theirs }),
      await told('addContact', { as: 'carl', contract: theirs, called: 'zoe', role: 'technical' }),
    ]

    expect(new Set(codes)).toEqual(new Set(['contactNotAuthorised']))
  })

  test('edits their profile and manages sandbox applications, but none in production', async () => {
    const redirectUri = 'http://localhost:1/b'

    expect(await told('editProfile', { as: 'carl', email: 'carl@acme.example' })).toBe('done')
    expect(await told('editApplication', { as: 'carl', application: 'sandbox', redirectUri })).toBe('done')
    expect(await told('editApplication', { as: 'carl', redirectUri })).toBe('contactMayNot')
  })

  test('names a habilitateur in annex 2, whom login and key reach ten days later and who then creates users', async () => {
    const world = await openVillage(people)
    const [hugo, ines] = [{ name: 'Hugo', login: 'hugo@acme.example' }, 'ines@acme.example']
    const order = (login: string) => {
      const asked = collection(prmOf(world, 'claire.home'))
      asked.demande.donneesGenerales.initiateurLogin = login
      return codeOf(world, 'commandeCollecte', asked)
    }

    const { opensAt } = (await world.customer('nameHabilitateur', { as: 'carl', ...hugo })) as { opensAt: string }
    const early = [
      await order(hugo.login),
      await world.refusedTo('customer', 'createUser', { as: 'Hugo', login: ines }),
    ]
    await world.world.advance('P10D')
    await world.customer('createUser', { as: 'Hugo', login: ines })

    expect(opensAt.slice(0, 10)).toBe('2026-10-16')
    expect(early).toEqual(['SGT504', 'notYetEquipped'])
    expect(await order(ines)).toBe('SGT4H1')
    expect(await world.refusedTo('customer', 'createUser', { as: 'Carl', login: 'x@acme.example' })).toBe(
      'notHabilitateur',
    )
  })
})

describe('a legal representative', () => {
  test('receives the mail with what is to be signed', async () => {
    const world = await openVillage(people)
    const siren = world.state(({ sge }) => sge.parties[sge.you]?.siren)

    expect(await world.customer('subscribe', { siren, name: 'ACME' })).toEqual({ subscribed: siren, toSign: ['lea'] })
  })

  test('signs, and nobody else does', async () => {
    const entity = { contract: 'requested' as const }
    const world = await openVillage(people, { given: { entity, you: { life: 'requested' } } })
    const signed = () => world.state(({ entities }) => Object.values(entities)[0]?.subscription.status)
    const before = signed()

    const other = await world.refusedTo('customer', 'signElectronically', { as: 'carl' })
    await world.customer('signElectronically', { as: 'lea' })

    expect([before, other, signed()]).toEqual(['requested', 'contactMayNot', 'signed'])
  })

  test('neither reads, modifies nor terminates contracts, nor adds or removes contacts', async () => {
    const codes = [
      await told('readContract', { as: 'lea' }),
      await told('changeChannel', { as: 'lea', channel: 'none' }),
      await told('fillSiAnnex', { as: 'lea', ...annex }),
      await told('terminateContract', { as: 'lea' }),
      await told('addContact', { as: 'lea', called: 'zoe', role: 'technical' }),
      await told('removeContact', { as: 'lea', contact: 'carl' }),
    ]

    expect(new Set(codes)).toEqual(new Set(['contactMayNot']))
  })

  test('manages no application in production', async () => {
    const world = await openVillage(people)

    const asked = { as: 'lea', redirectUri: 'http://localhost:1/b' }

    expect(await world.refusedTo('customer', 'editApplication', asked)).toBe('contactMayNot')
  })
})

test("the channel of a contract is changed by whoever may, in nobody's name", async () => {
  expect(await told('changeChannel', { channel: 'sftp://localhost:2022/in' })).toBe('done')
})

test('nobody acts who is not on the datahub', async () => {
  const world = await openVillage(people)

  await expect(world.customer('readContract', { as: 'nobody' })).rejects.toThrow('Unknown contact "nobody"')
})
