import { describe, expect, expectTypeOf, test } from 'vitest'
import { parseXml } from '../../../src/toolbox/xml/index.ts'
import {
  all,
  boolean,
  choice,
  date,
  decimal,
  either,
  empty,
  int,
  intOf,
  long,
  Misfit,
  oneOf,
  optional,
  read,
  repeated,
  required,
  sequence,
  text,
  textWith,
  typed,
} from '../../../src/toolbox/xml/shape/index.ts'
import type { Shape } from '../../../src/toolbox/xml/shape/index.ts'

const answer = sequence({
  action: required(typed('answerType', oneOf(['Yes', 'No']))),
  note: optional(text({ least: 1 })),
})
const area = all(
  { value: required(int), notes: repeated(text(), { most: 2 }) },
  { units: required(oneOf(['m2', 'ft2'])), estimated: optional(boolean) },
)
const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

test('attributes and children become the fields of one object', () => {
  const found = read(parseXml('<area units="m2"><notes>a</notes><value>7</value><notes>b</notes></area>'), area)

  expect(found).toEqual({ units: 'm2', value: 7, notes: ['a', 'b'] })
  expectTypeOf(found).toEqualTypeOf<{ value: number; notes: string[]; units: 'm2' | 'ft2'; estimated?: boolean }>()
})

test('text with attributes is read as its value beside them', () => {
  const field = textWith(text(), { name: optional(text()) })

  expect(read(parseXml('<f name="n">v</f>'), field)).toEqual({ value: 'v', name: 'n' })
})

test('one of several is read as the one that is there', () => {
  const terms = choice({ none: required(empty), url: required(text()) })

  expect(read(parseXml('<terms><url>http://x</url></terms>'), terms)).toEqual({ url: 'http://x' })
  expect(says('<terms><none/><url>x</url></terms>', terms)).toBe("Element 'url': this element is not expected.")
  expect(says('<terms/>', terms)).toBe("Element 'terms': missing child element(s). Expected is one of ( none, url ).")
})

describe('what is not as the shape wants it', () => {
  test.each([
    ['<a><note>x</note></a>', "Element 'note': this element is not expected. Expected is ( action )."],
    [
      '<a><note>x</note><action>Yes</action></a>',
      "Element 'note': this element is not expected. Expected is ( action ).",
    ],
    [
      '<a><action>Yes</action><action>No</action></a>',
      "Element 'action': this element is not expected. Expected is ( note ).",
    ],
    ['<a/>', "Element 'a': missing child element(s). Expected is ( action )."],
    ['<a><action>Maybe</action></a>', "Element 'action': the value 'Maybe' is not one of 'Yes', 'No'."],
    ['<a><action>Yes</action><note/></a>', "Element 'note': the value has a length of 0; at least 1 is expected."],
    ['<a>x<action>Yes</action></a>', "Element 'a': text is not allowed; only elements are."],
    ['<a b="1"><action>Yes</action></a>', "Element 'a', attribute 'b': the attribute is not allowed."],
    ['<a><action><b/></action></a>', "Element 'action': it may hold no element, but holds 'b'."],
    ['<a xmlns="urn:x"><action>Yes</action></a>', "Element '{urn:x}a': no namespace is expected."],
    [
      `<a ${xsi}><action xsi:type="other">Yes</action></a>`,
      "Element 'action': the type 'other' is not the one expected.",
    ],
    [`<a ${xsi}><action xsi:nil="true"/></a>`, "Element 'action': the element is not nillable."],
    [
      '<a><action xsi:type="answerType">Yes</action></a>',
      "Element 'action': the prefix of attribute 'xsi:type' is not bound.",
    ],
  ])('%s', (body, message) => {
    expect(says(body, answer)).toBe(message)
  })

  test('an attribute that is missing, or unfit', () => {
    expect(says('<area><value>1</value></area>', area)).toBe(
      "Element 'area': the attribute 'units' is required but missing.",
    )
    expect(says('<area units="mm"><value>1</value></area>', area)).toBe(
      "Element 'area', attribute 'units': the value 'mm' is not one of 'm2', 'ft2'.",
    )
  })
})

test('what speaks about XML itself is let through', () => {
  const body = `<a ${xsi} xmlns="" xsi:noNamespaceSchemaLocation="a.xsd"><action xsi:type="answerType">Yes</action></a>`

  expect(read(parseXml(body), answer)).toEqual({ action: 'Yes' })
})

describe('kinds of text', () => {
  const fits = (kind: Shape, value: string) => says(`<v>${value}</v>`, kind) === undefined

  test.each<[string, Shape, string[], string[]]>([
    ['boolean', boolean, ['true', ' 1 ', '0'], ['True', 'yes', '']],
    ['int', int, ['7', '-7', '+7', ' 007 '], ['7.0', '', '2147483648', '1e3', '1 2']],
    ['long', long, ['9223372036854775807'], ['9223372036854775808', 'x']],
    ['intOf', intOf([5, 10]), ['5', '+10', '05'], ['7', '']],
    ['decimal', decimal(), ['1', '.5', '5.', '-1.25', '+0'], ['', '.', '1e3', '1,5', 'NaN', 'Infinity']],
    [
      'decimal of two digits',
      decimal({ digits: 2, least: 0, most: 100 }),
      ['99.99', '100', '1.100'],
      ['1.001', '-1', '101'],
    ],
    [
      'date',
      date,
      ['2024-02-29', '2024-01-01Z', '2024-01-01-05:00'],
      ['2023-02-29', '2024-1-1', '01/02/2024', '2024-01-01T00:00:00', ''],
    ],
    ['either', either(empty, decimal()), ['', '1.5'], ['x', ' ']],
    ['text', text({ least: 1, most: 2 }), ['é🙂'], ['', 'abc']],
  ])('%s', (_, kind, good, bad) => {
    expect(good.filter((value) => !fits(kind, value))).toEqual([])
    expect(bad.filter((value) => fits(kind, value))).toEqual([])
  })
})

function says(body: string, shape: Shape): string | undefined {
  try {
    read(parseXml(body), shape)
  } catch (error) {
    if (error instanceof Misfit) return error.message
    throw error
  }
  return undefined
}
