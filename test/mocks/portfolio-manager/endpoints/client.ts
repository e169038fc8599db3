import { card } from '../../../../mocks/portfolio-manager/index.ts'
import { defaultPassword, defaultUsername } from '../../../../mocks/portfolio-manager/seed/index.ts'
import type { Exchange } from '../../../../src/ground/journal/index.ts'
import { World } from '../../../../src/sandbox/world/index.ts'
import { parseXml, type XmlElement } from '../../../../src/toolbox/xml/index.ts'
import { ask, story } from '../../../support/worlds.ts'

export const provider = 'portfolioManager'
const login = `Basic ${Buffer.from(`${defaultUsername}:${defaultPassword}`).toString('base64')}`

export type Answer = { status: number; text: string; headers: Headers; root: XmlElement }
type Asking = { base?: string; headers?: Record<string, string | null> }

/** A world of Portfolio Manager, its customers, and the integrator's client at its door. */
export async function openWorld(given: object, dialect: Record<string, string> = {}, { seed = 'seed' } = {}) {
  const world = new World({
    name: 'test',
    cards: [card],
    scenario: story({ [provider]: given }, { seed, dialect: { [provider]: { switches: dialect } } }),
  })
  await world.rooms.open(provider)

  async function call(method: string, path: string, body?: string, { base = '/wstest', headers = {} }: Asking = {}) {
    const type = body === undefined ? {} : { 'content-type': 'application/xml' }
    const all: Record<string, string | null> = { authorization: login, ...type, ...headers }
    const wanted = Object.entries(all).filter(([, value]) => value !== null)
    const sent = { method, headers: Object.fromEntries(wanted) as Record<string, string>, body: body ?? null }
    const response = await ask(world, provider, base + path, sent)
    const text = await response.text()
    const root = text.startsWith('<?xml') ? parseXml(text) : { name: '', attributes: {}, children: [], text: '' }
    return { status: response.status, text, headers: response.headers, root } satisfies Answer
  }

  return {
    world,
    call,
    get: (path: string, asking?: Asking) => call('GET', path, undefined, asking),
    post: (path: string, body?: string, asking?: Asking) => call('POST', path, body, asking),
    act: (action: string, args: object) => world.act(provider, 'customer', action, args),
    lastExchange: () =>
      world.journal
        .entries()
        .filter(({ kind }) => kind === 'exchange')
        .at(-1) as unknown as Exchange,
  }
}

/** All elements of a name in an answer, wherever they stand. */
export function elements({ root }: Answer, name: string): XmlElement[] {
  const within = (element: XmlElement): XmlElement[] => [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap(within),
  ]
  return within(root)
}

/** The texts of all elements of a name. */
export const texts = (answer: Answer, name: string) => elements(answer, name).map(({ text }) => text)

/** The addresses of the links in an answer, by their description. */
export const links = (answer: Answer) =>
  elements(answer, 'link').map(({ attributes }) => [attributes['linkDescription'], attributes['link']])

/** The number of the error in an answer. */
export const errorNumber = (answer: Answer) => elements(answer, 'error')[0]?.attributes['errorNumber']

export const accept = '<sharingResponse><action>Accept</action></sharingResponse>'
export const reject = '<sharingResponse><action>Reject</action></sharingResponse>'
export const goodbye = '<terminateSharingResponse><note>Farewell</note></terminateSharingResponse>'
