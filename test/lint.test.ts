import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

const lint = new ESLint({
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  overrideConfigFile: fileURLToPath(new URL('../.config/eslint.config.js', import.meta.url)),
})

async function complaintsAbout(text: string, filePath: string): Promise<(string | null)[]> {
  const [result] = await lint.lintText(text, { filePath })
  return result?.messages.map(({ ruleId }) => ruleId) ?? []
}

test.each(['src/ground/ids.ts', 'mocks/portfolio-manager/model/ids.ts', 'test/lint.test.ts'])(
  'a promise nobody waits for is found in %s',
  async (path) => {
    const planted = `Promise.resolve(1)\nexport {}\n`

    const complaints = await complaintsAbout(planted, path)

    expect(complaints).toEqual(['@typescript-eslint/no-floating-promises'])
  },
)

test.each([
  ['Date.now()', 'no-restricted-properties'],
  ['performance.now()', 'no-restricted-properties'],
  ['Math.random()', 'no-restricted-properties'],
  ['process.hrtime.bigint()', 'no-restricted-properties'],
  ['new Date()', 'no-restricted-syntax'],
  ['process.env.NODE_ENV', 'no-restricted-syntax'],
])('only the clock may say %s', async (words, rule) => {
  const planted = `export const asked = ${words}\n`

  const complaints = await complaintsAbout(planted, 'mocks/portfolio-manager/model/ids.ts')

  expect(complaints).toEqual([rule])
  expect(await complaintsAbout(planted, 'src/ground/clock.ts')).toEqual([])
})

test('a date made from a given instant is nobody asking for the time', async () => {
  const complaints = await complaintsAbout(`export const then = new Date(0)\n`, 'mocks/portfolio-manager/model/ids.ts')

  expect(complaints).toEqual([])
})
