import { expect, test } from 'vitest'
import { SoapError, textOf } from '../../../src/toolbox/soap/index.ts'

const bytesOf = (text: string, encoding: 'utf8' | 'latin1' | 'utf16le' = 'utf8', mark: number[] = []) =>
  new Uint8Array([...mark, ...Buffer.from(text, encoding)]).buffer

test.each([
  ['nothing', bytesOf('<a>É</a>'), 'text/xml'],
  ['its announcement', bytesOf('<a>É</a>', 'latin1'), 'text/xml; charset=ISO-8859-1'],
  [
    'its announcement, in quotes',
    bytesOf('<a>É</a>', 'latin1'),
    'application/soap+xml;charset="iso-8859-1"; action=""',
  ],
  ['a mark', bytesOf('<a>É</a>', 'utf8', [0xef, 0xbb, 0xbf]), 'text/xml; charset=us-ascii'],
  ['another mark', bytesOf('<a>É</a>', 'utf16le', [0xff, 0xfe]), 'text/xml'],
])('an envelope whose encoding is said by %s is read in it', (_, bytes, type) => {
  expect(textOf(bytes, type)).toBe('<a>É</a>')
})

test('an envelope that says its own encoding is read in it, and says it no more', () => {
  const bytes = bytesOf(`<?xml version="1.0" encoding='iso-8859-15'?>\n<a>É</a>`, 'latin1')

  expect(textOf(bytes, undefined)).toBe('<?xml version="1.0"?>\n<a>É</a>')
})

test('the announcement wins over what the envelope says itself', () => {
  const bytes = bytesOf('<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?><a>É</a>')

  expect(textOf(bytes, 'text/xml; charset=utf-8')).toBe('<?xml version="1.0" standalone="yes"?><a>É</a>')
})

test.each([
  ['is not in the encoding it says', bytesOf('<a>É</a>', 'latin1'), 'text/xml; charset=utf-8', /in utf-8, and is not/],
  ['is in one that nobody reads', bytesOf('<a/>'), 'text/xml; charset=klingon', /klingon, which nobody here reads/],
])('an envelope that %s is refused', (_, bytes, type, says) => {
  expect(() => textOf(bytes, type)).toThrow(SoapError)
  expect(() => textOf(bytes, type)).toThrow(says)
})
