import { describe, expect, test } from 'vitest'
import { projectFiles } from './support/architecture/project.ts'
import { rules } from './support/architecture/rules.ts'
import { importsAgainst, type Never, type Row } from './support/architecture/table.ts'

const standards = 'standards outlive providers'
const knowsNoHttp = 'rules know no HTTP'
const decidesNothing = 'a door opens, it does not decide'
const takesProviders = 'the hallway takes providers as arguments'
const holdsTheKeys = 'somebody must hold the keys, and hold nothing else'

const wrapping = (part: string, ...libraries: string[]): Row => ({
  from: `src/toolbox/${part}`,
  may: ['src/toolbox', 'src/ground', 'node:', ...libraries],
  types: ['hono'],
  because: standards,
})
const inTheHallway = (part: string, ...libraries: string[]): Row => ({
  from: `src/${part}`,
  may: [`src/${part}`, 'src/ground', 'src/contract', 'src/toolbox', 'node:', 'valibot', ...libraries],
  types: ['src/sandbox', 'src/scenario', 'src/console', 'hono'],
  because: takesProviders,
})

/** What a room's rules speak of: its state, the words of its provider, and what they answer. */
const nouns = ['mocks/<p>/model', 'mocks/<p>/views', 'mocks/<p>/vocabulary']
const rulebook = [...nouns, 'mocks/<p>/domain', 'mocks/<p>/errors', 'mocks/<p>/dialect']
const door = (part: string, ...more: string[]): Row => ({
  from: `mocks/<p>/${part}`,
  may: [
    ...[`mocks/<p>/${part}`, 'mocks/<p>/words', ...rulebook],
    ...['src/contract', 'src/toolbox', 'src/ground/brand', 'valibot'],
    ...more,
  ],
  types: ['src/ground/store'],
  because: decidesNothing,
})
/** Rules read state as DeepReadonly, which is a type of the store's; the store itself is none of theirs. */
const rule = (part: string, ...more: string[]): Row => ({
  from: `mocks/<p>/${part}`,
  may: [...rulebook, 'src/ground/brand', 'src/contract/effect', ...more],
  types: ['src/ground/store'],
  because: knowsNoHttp,
})

const table: readonly Row[] = [
  { from: 'src/ground', may: ['src/ground', 'node:', 'lowdb', '@faker-js/faker'], because: 'ground is the floor' },
  {
    from: 'src/contract',
    may: ['src/contract', 'src/ground', 'valibot'],
    // What a certificate says is a standard's to tell.
    types: ['hono', 'src/toolbox/certificates'],
    because: 'a contract is a promise, not a machine',
  },
  wrapping('calendar', 'temporal-polyfill'),
  wrapping('xml', 'fast-xml-parser'),
  wrapping('certificates', '@peculiar/x509', 'reflect-metadata'),
  wrapping('oauth', 'jose'),
  wrapping('zip', 'fflate'),
  wrapping('html-page', 'hono'),
  {
    from: 'src/toolbox/schemas',
    may: ['src/toolbox/schemas', 'node:'],
    lazily: ['libxml2-wasm'],
    because: 'few have schemas to hold messages against, and those bring the library',
  },
  { from: 'src/toolbox', may: ['src/toolbox', 'src/ground', 'node:'], types: ['hono'], because: standards },

  rule('model'),
  rule('views'),
  rule('vocabulary'),
  // A rule that makes a secret keeps its fingerprint; what looks accidental is computed from the seed by words.
  // What a provider asks of certificates is a rule too.
  rule(
    'domain',
    'src/contract/certificate',
    'src/toolbox/calendar',
    'src/toolbox/load-curve',
    'src/ground/fingerprint',
    'src/ground/ids',
  ),
  { from: 'mocks/<p>/errors', may: ['mocks/<p>/errors', 'src/contract', 'src/ground/nearest'], because: knowsNoHttp },
  {
    from: 'mocks/<p>/words',
    may: ['mocks/<p>/words', 'mocks/<p>/model', 'src/contract', 'valibot'],
    because: 'the words of scenarios and acts are schemas, and no more',
  },
  { from: 'mocks/<p>/dialect', may: ['mocks/<p>/dialect', 'src/contract'], because: knowsNoHttp },
  {
    from: 'mocks/<p>/wire',
    may: ['mocks/<p>/wire', ...nouns, 'mocks/<p>/errors', 'src/toolbox', 'src/ground/brand'],
    // A switch may decide a spelling; its answer is handed in.
    types: ['mocks/<p>/dialect', 'src/ground/store', 'hono'],
    because: 'spelling knows no rules',
  },
  // Pages are spelling for people.
  {
    from: 'mocks/<p>/pages',
    may: ['mocks/<p>/pages', ...nouns, 'src/toolbox', 'hono'],
    types: ['mocks/<p>/dialect', 'src/ground/store'],
    because: 'spelling knows no rules',
  },
  // A handler that judges its caller in its own time asks whoever judges.
  door('endpoints', 'mocks/<p>/wire', 'mocks/<p>/pages', 'mocks/<p>/access', 'hono', 'src/ground/fingerprint'),
  door('access', 'mocks/<p>/wire', 'hono', 'src/ground/fingerprint'),
  door('customer'),
  // A back office writes the files that it sends.
  door('utility', 'mocks/<p>/wire'),
  door('seed', 'src/ground/fingerprint'),
  door('room', 'mocks/<p>', 'hono'),
  {
    from: 'mocks/<p>/index',
    may: [],
    types: ['src/contract'],
    lazily: ['mocks/<p>/room'],
    because: 'nothing heavy loads before it is needed',
  },
  {
    from: 'mocks/index',
    may: ['mocks/<p>/index'],
    types: ['src/contract', 'mocks/<p>'],
    because: 'a list of cards is light',
  },

  // Whoever wants files by SFTP or FTP brings the library for it; nobody else loads any.
  {
    from: 'src/sandbox/delivery',
    may: ['src/sandbox/delivery', 'src/contract', 'node:'],
    types: ['src/toolbox/certificates', 'ssh2', 'basic-ftp'],
    lazily: ['ssh2', 'basic-ftp'],
    because: takesProviders,
  },
  // A world begins by playing its scenario's opening; the player sees it only as a stage.
  inTheHallway('sandbox', 'hono', '@hono/node-server', '@valibot/to-json-schema', 'src/scenario/play'),
  inTheHallway('scenario', 'yaml'),
  inTheHallway('console', 'hono'),
  { from: 'src/index', may: ['src', 'mocks/index', 'node:'], because: holdsTheKeys },
  {
    from: 'src/cli',
    may: ['src', 'mocks/index', 'conformance/index', 'node:', 'commander', 'yaml'],
    because: holdsTheKeys,
  },
  {
    from: 'conformance',
    may: ['conformance', 'src/index', 'node:', 'any package'],
    types: ['mocks/index', 'mocks/<p>/index'],
    because: 'an inspector uses the front door like any user',
  },
]

const nevers: readonly Never[] = [
  { from: 'mocks/<p>', never: 'mocks/<p>', because: 'rooms have no side doors' },
  { from: 'mocks/<p>/domain', never: 'hono', because: knowsNoHttp },
]

describe('the project', () => {
  const files = projectFiles()

  test('imports only what the table allows', () => {
    expect(importsAgainst(files, table, nevers)).toEqual([])
  })

  test.each(rules)('keeps the rule that $name', ({ against }) => {
    expect(against(files)).toEqual([])
  })
})

describe('a planted import', () => {
  test.each(table)('from outside the house is noticed in $from: $because', ({ from, because }) => {
    const path = `${from.replace('<p>', 'toy')}/planted.ts`

    const complaints = importsAgainst({ [path]: `import '${upFrom(path)}test/support/worlds.ts'` }, table, nevers)

    expect(complaints).toEqual([`${path} imports test/support/worlds.ts at once: ${because}.`])
  })

  test.each([
    ['mocks/pge/domain/readings.ts', `import { Hono } from 'hono'`, 'hono: rules know no HTTP'],
    ['mocks/pge/domain/readings.ts', `import type { Context } from 'hono'`, 'hono: rules know no HTTP'],
    ['mocks/pge/domain/readings.ts', `import { xml } from '../wire/xml.ts'`, 'rules know no HTTP'],
    [
      'mocks/pge/domain/readings.ts',
      `import { Store } from '../../../src/ground/store/store.ts'`,
      'rules know no HTTP',
    ],
    ['mocks/pge/domain/readings.ts', `import '../../enedis/model.ts'`, 'rooms have no side doors'],
    ['mocks/pge/seed.ts', `import type { State } from '../enedis/model.ts'`, 'rooms have no side doors'],
    ['mocks/pge/seed.ts', `export * from '../enedis/model.ts'`, 'rooms have no side doors'],
    ['mocks/pge/seed.ts', `const lazy = () => import('../enedis/model.ts')`, 'rooms have no side doors'],
    ['mocks/pge/seed.ts', `type State = import('../enedis/model.ts').State`, 'rooms have no side doors'],
    ['mocks/pge/customer.ts', `import { spell } from './wire/feed.ts'`, 'a door opens, it does not decide'],
    ['mocks/pge/wire/feed.ts', `import { revoke } from '../domain/authorization.ts'`, 'spelling knows no rules'],
    ['mocks/pge/pages/login.tsx', `import { revoke } from '../domain/authorization.ts'`, 'spelling knows no rules'],
    ['mocks/pge/index.ts', `import { room } from './room.ts'`, 'nothing heavy loads before it is needed'],
    ['src/contract/endpoint.ts', `import { Hono } from 'hono'`, 'a contract is a promise, not a machine'],
    ['src/ground/store.ts', `import { World } from '../sandbox/world.ts'`, 'ground is the floor'],
    ['src/toolbox/atom.ts', `import { Temporal } from 'temporal-polyfill'`, 'standards outlive providers'],
    ['src/sandbox/world.ts', `import { room } from '../../mocks/pge/room.ts'`, 'the hallway takes providers'],
    ['src/cli/up.ts', `import { room } from '../../mocks/pge/room.ts'`, 'somebody must hold the keys'],
    ['conformance/run.ts', `import { World } from '../src/sandbox/world.ts'`, 'an inspector uses the front door'],
  ])('in %s is noticed: %s', (path, text, because) => {
    const complaints = importsAgainst({ [path]: text }, table, nevers)

    expect(complaints).toHaveLength(1)
    expect(complaints[0]).toMatch(new RegExp(`^${path} imports .*${because}`))
  })

  test('in a place the table does not know is noticed', () => {
    const complaints = importsAgainst({ 'src/attic/box.ts': '' }, table, nevers)

    expect(complaints).toEqual(['src/attic/box.ts has no row in the table: say what it may import.'])
  })

  test('that the table allows passes', () => {
    const files = {
      'mocks/pge/index.ts': `import type { Card } from '../../src/contract/provider.ts'\nimport('./room.ts')`,
      'mocks/pge/domain/readings.ts': `import type { State } from '../model.ts'\nimport { refuse } from '../errors/index.ts'`,
      'conformance/run.ts': `import { startSandbox } from '../src/index.ts'\nimport { request } from 'undici'`,
    }

    const complaints = importsAgainst(files, table, nevers)

    expect(complaints).toEqual([])
  })
})

describe('a planted file', () => {
  const planted: readonly [rule: string, path: string, text: string][] = [
    ['the house knows no provider by name', 'src/sandbox/world.ts', `if (card.id === 'enedis') open()`],
    ['the house knows no provider by name', 'src/ground/ids.ts', `/** As Portfolio Manager does. */`],
    ['only the clock asks the machine for time or chance', 'src/ground/ids.ts', `const at = Date.now()`],
    ['only the clock asks the machine for time or chance', 'mocks/pge/seed.ts', `const at = new Date()`],
    ['only the clock asks the machine for time or chance', 'mocks/pge/seed.ts', `const at = new Date`],
    ['only the clock asks the machine for time or chance', 'mocks/pge/seed.ts', `const by = Math.random()`],
    [
      'only the clock asks the machine for time or chance',
      'mocks/pge/seed.ts',
      `import { randomUUID } from 'node:crypto'`,
    ],
    ['only the clock asks the machine for time or chance', 'src/cli/up.ts', `const at = performance.now()`],
    ['only the clock asks the machine for time or chance', 'src/cli/up.ts', `if (process.env.NODE_ENV) debug()`],
    ['no file is longer than 250 lines', 'mocks/pge/model.ts', '// a line\n'.repeat(251)],
    ['scenarios are data', 'scenarios/pge/authorized.ts', ''],
    ['no key or certificate is committed', 'test/support/server.pem', ''],
    ['no key or certificate is committed', 'test/tls.ts', ['-----BEGIN', 'PRIVATE KEY-----'].join(' ')],
    ['no package registry is named', 'package-lock.json', `"resolved": "https://somewhere/hono.tgz"`],
    ['no package registry is named', '.npmrc', ['registry=https://registry', 'somewhere', 'org/'].join('.')],
    ['the top level holds what it is meant to', 'eslint.config.js', ''],
  ]

  test.each(planted)('that breaks the rule that %s is noticed: %s', (name, path, text) => {
    const complaints = rules.flatMap(({ name: broken, against }) => against({ [path]: text }).map(() => broken))

    expect(complaints).toEqual([name])
  })

  test('was seen to break every rule', () => {
    const broken = new Set(planted.map(([name]) => name))

    expect(rules.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([])
  })
})

function upFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1)
}
