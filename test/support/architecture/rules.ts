import { machineWordsOf } from './imports.ts'
import { isCode, type Files } from './table.ts'

/** A promise of the whole tree that no import tells: what it has against the files, a sentence each. */
export type Rule = { name: string; against: (files: Files) => string[] }

const longest = 250
const provider = /portfolio|energy.?star|enedis|pg&e|pge/i
const keyFile = /\.(pem|key|crt|cer|der|p12|pfx|jks)$/
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/
const registry =
  /\b(registry|npm|packages?|artifactory|nexus|pypi|deb|goproxy|proxy)\.[a-z0-9-]+\.[a-z]{2,}\b|\bnpmjs\b/i
const topLevel = [
  ...['.changeset', '.ci', '.config', '.gitattributes', '.gitignore', '.npmrc', 'LICENSE', 'README.md'],
  ...['conformance', 'mocks', 'package-lock.json', 'package.json', 'scenarios', 'src', 'test', 'tsconfig.json'],
]

/** The clock, and what runs in the process of a client under test: its machine is the client's own. */
const mayAskTheMachine = ['src/ground/clock.ts', 'conformance/client-clock.js']

export const rules: readonly Rule[] = [
  {
    name: 'the house knows no provider by name',
    against: (files) =>
      each(files, (path) => path.startsWith('src/') && !/^src\/(index\.ts$|cli\/)/.test(path)).flatMap(([path, text]) =>
        lines(text, provider).map((at) => `${path}:${at} names a provider: only index.ts and cli/ hold the keys.`),
      ),
  },
  {
    name: 'only the clock asks the machine for time or chance',
    against: (files) =>
      each(files, (path) => isCode(path) && !mayAskTheMachine.includes(path)).flatMap(([path, text]) =>
        machineWordsOf(path, text).map((word) => `${path} says ${word}: two runs of one scenario give the same bytes.`),
      ),
  },
  {
    name: `no file is longer than ${longest} lines`,
    against: (files) =>
      each(files, isCode)
        .map(([path, text]) => [path, text.split('\n').length - 1] as const)
        .filter(([, length]) => length > longest)
        .map(([path, length]) => `${path} has ${length} lines: make it a folder, one file per noun.`),
  },
  {
    name: 'scenarios are data',
    against: (files) =>
      each(files, (path) => path.startsWith('scenarios/') && !/\.(ya?ml|json|md|xml|csv)$/.test(path)).map(
        ([path]) => `${path} is not data: a scenario is told, not programmed.`,
      ),
  },
  {
    name: 'no key or certificate is committed',
    against: (files) =>
      each(files, () => true)
        .filter(([path, text]) => keyFile.test(path) || privateKey.test(text))
        .map(([path]) => `${path} is a key or a certificate: they are minted at start and never committed.`),
  },
  {
    name: 'no package registry is named',
    against: (files) =>
      each(files, () => true).flatMap(([path, text]) => {
        const found = path === 'package-lock.json' ? lines(text, /"resolved": "http/) : lines(text, registry)
        return found.map((at) => `${path}:${at} has the address of a package registry: everyone has their own.`)
      }),
  },
  {
    name: 'the top level holds what it is meant to',
    against: (files) =>
      [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? path))]
        .filter((name) => !topLevel.includes(name))
        .map((name) => `${name} does not belong on the top level: tool settings live in .config/.`),
  },
]

function each(files: Files, isMeant: (path: string) => boolean): [path: string, text: string][] {
  return Object.entries(files).filter(([path]) => isMeant(path))
}

function lines(text: string, pattern: RegExp): number[] {
  return text.split('\n').flatMap((line, at) => (pattern.test(line) ? [at + 1] : []))
}
