import { expect, test } from 'vitest'
import { readYaml } from '../../src/scenario/yaml.ts'
import { spelled } from '../../src/scenario/scenario.ts'

const text = `id: a
given:
  waterBoard: { accounts: { olive: {}, mason: {} } }
steps:
  - client: sync
  - clock: PT1H
empty:
`

test('a value, its word and an item in a list each have a place', () => {
  const { place, problems } = readYaml(text, 'a.yaml')

  expect(problems).toEqual([])
  expect(place(['id'])).toEqual({ file: 'a.yaml', line: 1, column: 5 })
  expect(place(['id'], 'key')).toEqual({ file: 'a.yaml', line: 1, column: 1 })
  expect(place(['given', 'waterBoard', 'accounts', 'mason'], 'key')).toMatchObject({ line: 3, column: 40 })
  expect(place(['steps', 1])).toMatchObject({ line: 6, column: 5 })
  expect(place(['steps', 1, 'clock'])).toMatchObject({ line: 6, column: 12 })
})

test('what is not written has the place of what is around it', () => {
  const { place } = readYaml(text, 'a.yaml')

  expect(place([])).toMatchObject({ line: 1, column: 1 })
  expect(place(['steps', 0, 'with', 'as'])).toMatchObject({ line: 5, column: 5 })
  expect(place(['steps', 7], 'key')).toMatchObject({ line: 4, column: 1 })
})

test('numbers before a colon are words like any other', () => {
  const { value, place } = readYaml('given:\n  4711: { name: x }\n', 'a.yaml')

  expect(value).toEqual({ given: { '4711': { name: 'x' } } })
  expect(place(['given', '4711', 'name'])).toMatchObject({ line: 2, column: 17 })
})

test.each([
  ['id: a\nid: b\n', 'a.yaml:2:1 "id" is written twice here. Keep one.'],
  ['given:\n\tyou: {}\n', 'a.yaml:2:1 A tab indents this line. Indent with spaces.'],
  ['on: *\n', 'a.yaml:1:5 A value that starts with * is a reference in YAML. Put it in quotes.'],
  [
    'a: &x 1\nb: *x\n',
    'a.yaml:1:7 "&x" is a YAML reference, which scenarios do without. Write the value out, or put it in quotes.\n' +
      'a.yaml:2:4 "*x" is a YAML reference, which scenarios do without. Write the value out, or put it in quotes.',
  ],
  [
    'title: A story: it goes on\n',
    'a.yaml:1:8 This value holds a colon and a space, which start a new word in YAML. Put the value in quotes.',
  ],
  ['title: @x\n', 'a.yaml:1:8 A value may not start with @ in YAML. Put it in quotes.'],
  ['a: 1\n---\nb: 2\n', 'a.yaml:2:1 A second document begins here ("---"). A file holds one scenario.'],
  ['? [a]\n: 3\n', 'a.yaml:1:3 A word before a colon must be plain text.'],
  ['title: "abc\n', 'a.yaml:2:1 This is not YAML: missing closing "quote. Check indentation, quotes and brackets.'],
])('says what is wrong with the YAML %j', (text, expected) => {
  const { problems, value } = readYaml(text, 'a.yaml')

  expect(problems.map(spelled).join('\n')).toBe(expected)
  expect(value).toBeUndefined()
})
