import { XMLParser } from 'fast-xml-parser'
import { defaultPassword, defaultUsername } from '../../mocks/portfolio-manager/seed/index.ts'
import type { Doors, HeldWorld } from '../../src/index.ts'

const xml = new XMLParser({ ignoreAttributes: false, parseTagValue: false, isArray: (name) => lists.includes(name) })
const lists = ['account', 'property', 'meter', 'link', 'notification']
const login = `Basic ${Buffer.from(`${defaultUsername}:${defaultPassword}`).toString('base64')}`

type Pending = { account?: { accountId: string }[]; property?: { propertyId: string }[]; meter?: { meterId: string }[] }

/** The plainest client there is: looks at what waits, accepts all of it, and reads what it then holds. */
export async function sync(world: HeldWorld<Doors>): Promise<void> {
  await get(world, '/notification/list')
  const accounts = await pending(world, '/connect/account/pending/list')
  const properties = await pending(world, '/share/property/pending/list')
  const meters = await pending(world, '/share/meter/pending/list')
  for (const { accountId } of accounts.account ?? []) await accept(world, `/connect/account/${accountId}`)
  for (const { propertyId } of properties.property ?? []) await accept(world, `/share/property/${propertyId}`)
  for (const { meterId } of meters.meter ?? []) await accept(world, `/share/meter/${meterId}`)
  for (const { '@_id': account } of await links(world, '/customer/list')) {
    for (const { '@_id': property } of await links(world, `/account/${account}/property/list`)) {
      await get(world, `/property/${property}`)
      for (const { '@_id': meter } of await links(world, `/property/${property}/meter/list?myAccessOnly=true`)) {
        await get(world, `/meter/${meter}`)
      }
    }
  }
}

async function pending(world: HeldWorld<Doors>, path: string): Promise<Pending> {
  const { pendingList } = xml.parse(await get(world, path)) as { pendingList: Pending | '' }
  return pendingList || {}
}

async function links(world: HeldWorld<Doors>, path: string): Promise<{ '@_id': string }[]> {
  const { response } = xml.parse(await get(world, path)) as {
    response: { links?: { link?: { '@_id': string }[] } | '' }
  }
  // An empty element reads as an empty string, which has a method named "link".
  return (response.links || {}).link ?? []
}

async function get(world: HeldWorld<Doors>, path: string): Promise<string> {
  return (await world.fetch('portfolioManager', `/wstest${path}`, { headers: { authorization: login } })).text()
}

async function accept(world: HeldWorld<Doors>, path: string): Promise<void> {
  const headers = { authorization: login, 'content-type': 'application/xml' }
  const body = '<sharingResponse><action>Accept</action></sharingResponse>'
  await world.fetch('portfolioManager', `/wstest${path}`, { method: 'POST', headers, body })
}
