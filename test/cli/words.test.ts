import { describe, expect, test } from 'vitest'
import { describeWords, readWords, type JsonSchema } from '../../src/cli/words.ts'

const level: JsonSchema = { enum: ['Read', 'Read Write'], type: 'string' }
const schema: JsonSchema = {
  required: ['as'],
  properties: {
    as: { type: 'string', names: 'account' },
    number: { type: 'string' },
    size: { type: 'number' },
    kept: { type: 'boolean' },
    since: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    meters: {
      type: 'object',
      additionalProperties: { anyOf: [level, { properties: { access: level, code: { type: 'string' } } }] },
    },
  },
}

describe('words', () => {
  test('with dots reach inside', () => {
    expect(readWords(['as=olive', 'meters.power=Read', 'meters.gas.access=Read Write'], schema)).toEqual({
      as: 'olive',
      meters: { power: 'Read', gas: { access: 'Read Write' } },
    })
  })

  test('stay text where text is wanted, however deep', () => {
    expect(readWords(['number=0012', 'meters.gas.code=7', 'as=true'], schema)).toEqual({
      number: '0012',
      meters: { gas: { code: '7' } },
      as: 'true',
    })
  })

  test('are JSON where something else is wanted', () => {
    expect(readWords(['size=1.5', 'kept=true', 'since=null', 'meters={"power":"Read"}', 'more=[1]'], schema)).toEqual({
      size: 1.5,
      kept: true,
      since: null,
      meters: { power: 'Read' },
      more: [1],
    })
  })

  test('keep everything after the first equals sign', () => {
    expect(readWords(['as=a=b', 'number='], schema)).toEqual({ as: 'a=b', number: '' })
  })

  test.each([
    [['olive'], '"olive" says nothing'],
    [['=olive'], '"=olive" says nothing'],
    [['meters..power=Read'], 'names nothing'],
    [['__proto__.polluted=1'], 'names nothing'],
    [['as=olive', 'as.name=x'], '"as" has a value already'],
  ])('that say nothing are refused: %j', (words, says) => {
    expect(() => readWords(words, schema)).toThrow(says)
  })
})

test('an action’s words are described by what they take', () => {
  expect(describeWords(schema).map(([name, takes]) => `${name}: ${takes}`)).toEqual([
    'as: name of an account',
    '[number]: text',
    '[size]: number',
    '[kept]: boolean',
    '[since]: text or null',
    '[meters]: name: Read | Read Write or { access, code }, …',
  ])
})
