import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { providers } from '../../mocks/index.ts'
import { faultKinds, faultSchema } from '../../src/contract/fault.ts'
import { lintText } from '../../src/scenario/lint/index.ts'
import { scenarioFile, stepSchemas, stepWords } from '../../src/scenario/schema.ts'
import { packageRoot } from '../../src/scenario/root.ts'

const page = await readFile(new URL('../../scenarios/README.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text ?? '')
const [story = '', settings = ''] = blocks

const lint = (text: string) =>
  lintText(text, `${packageRoot()}/scenarios/portfolio-manager/access-cut.yaml`, { cards: providers })

test('the story on the page can be played as it stands', async () => {
  const { errors, warnings } = await lint(story)

  expect([errors, warnings]).toEqual([[], []])
})

test('every dialect and limit on the page is one that Portfolio Manager has', async () => {
  const lines = settings.trim().split('\n')

  for (const line of lines) {
    const word = line.slice(0, line.indexOf(':'))
    const text = story.replace(new RegExp(`^${word}:.*$`, 'm'), line)
    expect([line, (await lint(text)).errors]).toEqual([line, []])
  }
  expect(lines).toHaveLength(4)
})

test('the page names every word of the language', () => {
  const words = [
    ...Object.keys(scenarioFile.entries),
    ...stepWords,
    ...Object.keys(stepSchemas.until.entries.until.entries),
    ...Object.keys(faultSchema.entries),
    ...Object.keys(faultKinds),
  ]

  expect(words.filter((word) => !new RegExp(`\`[^\`\n]*\\b${word}\\b[^\`\n]*\``).test(page))).toEqual([])
})
