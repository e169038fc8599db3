import { expect, test } from 'vitest'
import { documentOf, parseXml } from '../../../src/toolbox/xml/index.ts'
import {
  atMostOneOf,
  boolean,
  date,
  decimal,
  eitherOf,
  integer,
  matching,
  Misfit,
  nillable,
  oneOf,
  optional,
  read,
  repeated,
  required,
  schemaOf,
  sequence,
  text,
  textWith,
  time,
  write,
} from '../../../src/toolbox/xml/shape/index.ts'
import type { Read } from '../../../src/toolbox/xml/shape/index.ts'
import { complaintsBy } from '../../support/soap/official.ts'

const visit = sequence(
  {
    day: required(date),
    at: optional(time),
    ...eitherOf({ litres: required(integer(3)), nothing: required(boolean) }),
    ...atMostOneOf({ price: required(decimal({ digits: 2, least: 0 })), gift: required(boolean) }),
    reading: nillable(required(integer())),
    note: repeated(textWith(text(), { by: required(text()) }), { most: 2 }),
  },
  { door: required(matching('[0-9]{1,3}')), kind: optional(oneOf(['milk', 'cream'])) },
)
const whole: Read<typeof visit> = {
  note: [{ value: 'a < b', by: 'Ann' }],
  reading: null,
  price: '1.50',
  litres: 2,
  at: '08:30:00',
  day: '2026-11-22',
  kind: 'cream',
  door: '7',
}
const written =
  '<v door="7" kind="cream"><day>2026-11-22</day><at>08:30:00</at><litres>2</litres><price>1.50</price>' +
  '<reading xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/><note by="Ann">a &lt; b</note></v>'

test('writes in the order of the shape, whatever the order of the fields', () => {
  expect(write('v', visit, whole)).toBe(written)
  expect(read(parseXml(written), visit)).toEqual(whole)
})

test.each<[string, Partial<Record<keyof Read<typeof visit> | 'extra', unknown>>]>([
  ["Element 'v': missing child element(s). Expected is one of ( litres, nothing ).", { litres: undefined }],
  ["Element 'nothing': this element is not expected.", { nothing: true }],
  ["Element 'gift': this element is not expected.", { gift: true }],
  ["Element 'v': the attribute 'door' is required but missing.", { door: undefined }],
  ["Element 'v', attribute 'door': the value '1234' does not match [0-9]{1,3}.", { door: '1234' }],
  ["Element 'litres': the value '1000' has more than 3 digits.", { litres: 1000 }],
  ["Element 'at': '25:00:00' is not a valid time.", { at: '25:00:00' }],
  ["Element 'v': it holds 'note' 3 times, and may 2.", { note: [1, 2, 3].map(() => ({ value: 'x', by: 'y' })) }],
  ["Element 'v': it has no 'extra'.", { extra: 1 }],
])('does not write what does not fit: %s', (message, wrong) => {
  expect(() => write('v', visit, { ...whole, ...wrong } as typeof whole)).toThrow(new Misfit(message))
})

test.each([
  ['<litres>2</litres>', '', "Element 'price': this element is not expected. Expected is one of ( litres, nothing )."],
  ['<reading', '<gift>true</gift><reading', "Element 'gift': this element is not expected. Expected is ( reading )."],
  ['xsi:nil="true"/>', 'xsi:nil="true">7</reading>', "Element 'reading': it is nil, and may hold nothing."],
])('does not read %s as %s', (right, wrong, message) => {
  expect(() => read(parseXml(written.replace(right, wrong)), visit)).toThrow(new Misfit(message))
})

test('the schema accepts what is written, and refuses what the reader refuses', () => {
  const judge = complaintsBy(documentOf(schemaOf('urn:v', { v: visit })))
  const document = (text: string) => text.replace('<v ', '<x:v xmlns:x="urn:v" ').replace('</v>', '</x:v>')

  expect(judge(document(written))).toEqual([])
  for (const [right, wrong] of [
    ['door="7"', 'door="1234"'],
    ['kind="cream"', 'kind="cheese"'],
    ['<litres>2</litres>', ''],
    ['<litres>2</litres>', '<litres>1000</litres>'],
    ['<price>1.50</price>', '<price>1.505</price>'],
    ['<price>1.50</price>', '<price>1.50</price><gift>true</gift>'],
    ['<day>2026-11-22</day>', '<day xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'],
    [' by="Ann"', ''],
  ] as const) {
    expect(judge(document(written.replace(right, wrong))), wrong).not.toEqual([])
    expect(() => read(parseXml(written.replace(right, wrong)), visit), wrong).toThrow(Misfit)
  }
})
