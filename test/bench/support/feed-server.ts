// A sandbox with Share My Data in it, for who measures its feeds: `/` tells where they are, `/memory` what they take.
import { createServer } from 'node:http'
import { memoryUsage } from 'node:process'
import { card } from '../../../mocks/pge/index.ts'
import { refreshTokenGivenTo } from '../../../mocks/pge/domain/secrets.ts'
import type { State } from '../../../mocks/pge/model/index.ts'
import { parseGiven } from '../../../src/contract/provider.ts'
import { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { ask } from '../../support/worlds.ts'

const port = Number(process.argv[2])
const quarterly = { commodity: 'electric', metering: 'quarter-hourly', class: 'COM/IND' }
const given = {
  you: { historyMonths: 48 },
  customers: {
    alice: { agreements: { power: quarterly }, authorized: true },
    campus: {
      agreements: Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`building${at}`, quarterly])),
      authorized: true,
    },
  },
}
const scenario = {
  id: 'bench/feeds',
  title: 'Feeds of years',
  source: 'none',
  seed: 'bench',
  clock: { start: '2026-03-02T18:00:00.000Z', zone: 'America/Los_Angeles' },
  given: { pge: given },
  dialect: { pge: { switches: { subscriptionMode: 'sync' } } },
  limits: {},
  faults: [],
  steps: [],
}

const sandbox = await Sandbox.start({ cards: [card], portBase: port })
const world = await sandbox.create('default', { scenario })
const { room } = await world.rooms.open('pge')
parseGiven(room, given)
const { pge } = await sandbox.addresses()
const origin = pge?.['api']?.http ?? ''
const feeds = await describeFeeds()

let peak = 0
setInterval(() => (peak = Math.max(peak, memoryUsage.rss())), 10)
createServer((request, answer) => {
  if (request.url === '/memory') {
    const told = { now: memoryUsage.rss(), peak }
    peak = told.now
    return answer.end(JSON.stringify(told))
  }
  answer.end(JSON.stringify(feeds))
}).listen(port + 2, '127.0.0.1')

async function describeFeeds() {
  const resource = `${origin}/GreenButtonConnect/espi/1_1/resource`
  const { names, authorizations } = world.read('pge', (state) => structuredClone(state) as State)
  const subscriptionOf = (name: string) =>
    Object.values(authorizations).find(({ customer }) => customer === names.customer[name])?.id
  const year = 'published-min=2025-03-01T08:00:00Z&published-max=2026-02-28T08:00:00Z'
  const history = 'published-min=2022-01-01T08:00:00Z&published-max=2026-03-01T08:00:00Z'
  const point = `UsagePoint/${names.agreement['alice.power']}`
  return {
    year: {
      url: `${resource}/Batch/Subscription/${subscriptionOf('alice')}/${point}?${year}`,
      headers: { authorization: `Bearer ${await accessTokenFor('alice')}` },
    },
    history: {
      url: `${resource}/Batch/Subscription/${subscriptionOf('campus')}?${history}`,
      headers: { authorization: `Bearer ${await accessTokenFor('campus')}` },
    },
  }
}

async function accessTokenFor(customer: string): Promise<string> {
  const { you } = world.read('pge', (state) => structuredClone(state) as State)
  const refresh = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: refreshTokenGivenTo(you, customer),
  })
  const secret = await import('../../../mocks/pge/domain/secrets.ts').then(({ clientSecretOf }) => clientSecretOf(you))
  const authorization = `Basic ${Buffer.from(`${you}:${secret}`).toString('base64')}`
  const path = `/datacustodian/oauth/v2/token?${refresh}`
  const answer = await ask(world, 'pge', path, { method: 'POST', headers: { authorization } })
  return ((await answer.json()) as { access_token: string }).access_token
}
