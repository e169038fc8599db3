import { expect, test } from 'vitest'
import { elements, links, openWorld, texts } from './client.ts'

const given = {
  accounts: { olive: { connected: true } },
  properties: { tower: { owner: 'olive', meters: { power: 'Electric' }, sharedWithYou: 'Read Write' } },
}

test('an account that chose French is told so of links and reasons; others are not', async () => {
  const told = async (language: string) => {
    const { get } = await openWorld({ ...given, you: { language } })
    const customers = await get('/customer/list')
    const [[says] = []] = links(customers)
    const customer = elements(customers, 'link')[0]?.attributes['id']
    const property = elements(await get(`/account/${customer}/property/list`), 'link')[0]?.attributes['id']
    const reasons = await get(`/property/${property}/reasonsForNoScore?year=2025&month=12`)
    return [says, texts(reasons, 'description')[0]]
  }

  expect(await told('fr_CA')).toEqual([
    'Voici l’adresse GET pour ce client.',
    expect.stringMatching(/^(Le|La|Aucun) /) as string,
  ])
  expect(await told('en_US')).toEqual([
    'This is the GET url for this Customer.',
    expect.stringMatching(/^(The|No) /) as string,
  ])
})

test('a page still leads to the next one by the words that clients look for', async () => {
  const many = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`owner${at}`, { connected: 'pending' }]))
  const { get } = await openWorld({ you: { language: 'fr_CA' }, accounts: many })

  const page = await get('/connect/account/pending/list')

  expect(links(page)).toEqual([['next page', '/connect/account/pending/list?page=2']])
})
