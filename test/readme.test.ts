import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { providers } from '../mocks/index.ts'

const readme = readFileSync('README.md', 'utf8')

test('the example in the README is the one the suite runs', () => {
  const example = readFileSync('test/examples/in-your-test.test.ts', 'utf8')
  const [, shown = ''] = /\/\/ README begins\n([^]*)\/\/ README ends/.exec(example) ?? []

  expect(readme).toContain(shown.replace('../../src/index.ts', 'wattproof').trim())
})

test('the first thirty lines say what it is, what it is not, and how to start, test and use it', () => {
  const head = readme.split('\n').slice(0, 30).join('\n')

  for (const words of [
    'is a local sandbox',
    'It is not',
    'npm ci && npm start',
    'npm test',
    'startSandbox',
    '| Provider',
  ]) {
    expect(head).toContain(words)
  }
})

test('the provider table counts what is there', async () => {
  for (const { title, verified, open } of providers) {
    const { room } = await open()
    const { length: refusals } = Object.keys(room.refusals)

    expect(readme.replace(/ +/g, ' ')).toContain(`| ${title} | ${room.endpoints.length} | ${refusals} | ${verified} |`)
  }
})
