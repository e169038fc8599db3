import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { formats } from '../../src/cli/env.ts'
import { columns, paint } from '../../src/cli/terminal.ts'

const { isTTY } = process.stdout

beforeEach(() => {
  for (const name of ['CI', 'NO_COLOR', 'TERM']) vi.stubEnv(name, '')
})

afterEach(() => {
  vi.unstubAllEnvs()
  process.stdout.isTTY = isTTY
})

test('a person at a terminal sees colours', () => {
  process.stdout.isTTY = true

  expect(paint.red('refused')).toBe('\u001b[31mrefused\u001b[0m')
})

test.each([
  ['CI', 'true'],
  ['NO_COLOR', '1'],
  ['TERM', 'dumb'],
])('%s=%s keeps the output plain', (name, value) => {
  process.stdout.isTTY = true
  vi.stubEnv(name, value)

  expect(paint.red('refused')).toBe('refused')
})

test('a file or a pipe gets plain output', () => {
  process.stdout.isTTY = false

  expect(paint.bold('Wattproof')).toBe('Wattproof')
})

test('columns stand under each other, and the last runs free', () => {
  expect(
    columns(
      [
        ['a', 'long word', 'x'],
        ['longer', 'b', ''],
      ],
      '  ',
    ),
  ).toEqual(['  a       long word  x', '  longer  b'])
})

test('environment lines survive whatever a password may hold', () => {
  const env = { SECRET: `it's "$HOME" \\ here` }

  expect(formats.sh(env)).toBe(`export SECRET='it'\\''s "$HOME" \\ here'`)
  expect(formats.dotenv(env)).toBe(`SECRET="it's \\"\\$HOME\\" \\\\ here"`)
  expect(formats.powershell(env)).toBe(`$env:SECRET = 'it''s "$HOME" \\ here'`)
  expect(JSON.parse(formats.json(env))).toEqual(env)
})
