import type { FaultSpec } from '../contract/fault.ts'
import { camelCase, type Card, type Credential } from '../contract/provider.ts'
import type { OwnNames, WorldAddresses } from '../sandbox/addresses.ts'
import type { Step } from '../scenario/scenario.ts'
import type { OpenHouse } from './house.ts'
import { usualPortBase } from './options.ts'
import { hostNamesOf, hostsToAdd } from './own-names.ts'
import { columns, paint, say } from './terminal.ts'
import { localTime, modeInWords } from './time.ts'
import { version } from './version.ts'

/** Says where everything is, how to log in, how far the story has come, and what to do next. */
export async function printBanner({ sandbox, world, control }: OpenHouse, ownNames: OwnNames): Promise<void> {
  const { scenario, clock } = world
  const [addresses, credentials] = await Promise.all([sandbox.addresses(world.name), sandbox.credentials(world.name)])
  const proxy = await sandbox.proxy(world.name)
  const now = localTime(clock.now(), scenario.clock.zone)
  const call = callOf(control.port, world.name)
  const { stopped, next } = sandbox.played(world.name)
  say(
    `${paint.bold(`Wattproof ${version()}`)}  ${scenario.title}`,
    paint.dim(
      `${scenario.id}, world ${world.name}. It is ${now} in ${scenario.clock.zone}; time ${modeInWords(clock.mode)}.`,
    ),
    '',
    ...columns([...addressRows(addresses, sandbox.cards), ['Control', control.address]], '  '),
    ...(proxy === null ? [] : [`  Proxy for ${hostNamesOf(sandbox.cards).join(', ')}: ${proxy}`]),
    '',
    ...hostsToAdd(sandbox.cards, ownNames),
    ...columns(
      credentials.map(({ variable, value, says }) => [variable, value, says]),
      '  ',
    ),
    ...(control.token === null ? [] : [`  WATTPROOF_CONTROL_TOKEN  ${control.token}`]),
    '',
    ...(stopped === 'impossible' ? [storyEnded] : storyLines(scenario.steps.slice(next), call)),
    '',
    paint.bold('Next steps, in another terminal'),
    ...nextSteps(credentials, { call, hasProxy: proxy !== null }).map((line) => `  ${line}`),
    '',
    'Ctrl-C ends it. Calls show up here as they happen.',
    '',
  )
}

function addressRows(addresses: WorldAddresses, cards: readonly Card[]): string[][] {
  const rows = cards.flatMap((card) =>
    card.surfaces.flatMap(({ id, title = card.title }) => {
      const at = addresses[camelCase(card.id)]?.[id]
      return at === undefined ? [] : [[title, at.http, at.https]]
    }),
  )
  // Surfaces that answer under other names on the same ports are one place here.
  return [...new Map(rows.map((row) => [row.join(' '), row])).values()]
}

const storyEnded = 'The story could not go on: "npx wattproof journal --kind finding" says why.'

/** What the story still has in store, with the commands that make it happen. */
function storyLines(coming: readonly Step[], call: Spell): string[] {
  if (coming.length === 0) return ['The story has been played to its end; the world is yours.']
  const told = coming.map((step, at) => `  ${at + 1}. ${sentence(step, call)}`)
  return [paint.bold('What happens next in this story'), ...told]
}

function sentence(step: Step, call: Spell): string {
  switch (step.kind) {
    case 'client':
      return `Your client does this: ${step.ask} ${spelledWords(step.args ?? {})}`.trimEnd()
    case 'clock':
      return call(`clock ${/^P/.test(step.by) ? '+' : ''}${step.by}`)
    case 'customer':
    case 'utility':
      return call(`do ${step.provider}.${step.action} ${spelledWords(step.args)}`)
    case 'fault':
      return call(`faults arm '${step.fault.on}' ${step.fault.kind} ${spelledWords(wordsOf(step.fault))}`.trimEnd())
    case 'until':
      return 'The story waits for something your client does.'
  }
}

function wordsOf({ on: _, kind: __, ...words }: FaultSpec): object {
  return words
}

/** Arguments as `wattproof do` takes them. */
function spelledWords(args: object, before = ''): string {
  return Object.entries(args)
    .map(([name, value]: [string, unknown]) => {
      const isNested = typeof value === 'object' && value !== null && !Array.isArray(value)
      if (isNested) return spelledWords(value, `${before}${name}.`)
      return `${quoted(before + name)}=${quoted(typeof value === 'string' ? value : JSON.stringify(value))}`
    })
    .join(' ')
}

function quoted(text: string): string {
  return /^[\w.,:/@+-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

type Spell = (words: string) => string

/** Spells a call of ours that reaches this sandbox and no other. */
function callOf(port: number, world: string): Spell {
  const where = [port === usualPortBase ? '' : ` --port-base ${port}`, world === 'default' ? '' : ` --world ${world}`]
  return (words) => `npx wattproof ${words}${where.join('')}`
}

type How = { call: Spell; hasProxy: boolean }

function nextSteps(credentials: readonly Credential[], { call, hasProxy }: How): string[] {
  const env = Object.fromEntries(credentials.map(({ variable, value }) => [variable, value]))
  return [
    ...firstCall(env),
    `eval "$(${call(hasProxy ? 'env --proxy' : 'env')})"`,
    ...columns([
      [call('do'), 'what you can do as the customer'],
      [call('clock +P1D'), 'a day later'],
      [call('journal --follow'), 'what happens, as it happens'],
    ]),
  ]
}

/** A call that shows something real at once. */
function firstCall(env: Readonly<Record<string, string>>): string[] {
  const { WATTPROOF_PM_URL: url, WATTPROOF_PM_USERNAME: user, WATTPROOF_PM_PASSWORD: password } = env
  if (url !== undefined) return [`curl -u ${quoted(`${user}:${password}`)} ${url}/account`]
  const {
    WATTPROOF_ENEDIS_HTTP_URL: enedis,
    WATTPROOF_ENEDIS_CLIENT_ID: own,
    WATTPROOF_ENEDIS_CLIENT_SECRET: its,
  } = env
  if (enedis !== undefined && own !== undefined)
    return [`curl -u ${quoted(`${own}:${its}`)} -d grant_type=client_credentials ${enedis}/oauth2/v3/token`]
  const { WATTPROOF_PGE_HTTP_URL: gateway, WATTPROOF_PGE_CLIENT_ID: id, WATTPROOF_PGE_CLIENT_SECRET: secret } = env
  if (gateway === undefined || id === undefined) return []
  return [
    `curl -u ${quoted(`${id}:${secret}`)} -d grant_type=client_credentials ${gateway}/datacustodian/oauth/v2/token`,
  ]
}
