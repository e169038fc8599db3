import { expect, test } from 'vitest'
import { parseXml, XmlError } from '../../../src/toolbox/xml/index.ts'

test('keeps names, attributes, the order of elements and their own text', () => {
  const root = parseXml(
    '<?xml version="1.0"?><a one="1 &lt; 2"><b>x &amp; y</b><!-- c --><b/><c><![CDATA[<&>]]></c></a>',
  )

  expect(root).toEqual({
    name: 'a',
    attributes: { one: '1 < 2' },
    text: '',
    children: [
      { name: 'b', attributes: {}, children: [], text: 'x & y' },
      { name: 'b', attributes: {}, children: [], text: '' },
      { name: 'c', attributes: {}, children: [], text: '<&>' },
    ],
  })
})

test('leaves values as they were written', () => {
  const root = parseXml('<a n="007"> 1.50 <b>true</b></a>')

  expect(root.attributes['n']).toBe('007')
  expect(root.text).toBe(' 1.50 ')
  expect(root.children[0]?.text).toBe('true')
})

test('reads numeric references, and only those that XML can hold', () => {
  expect(parseXml('<a>&#233;&#x20AC;</a>').text).toBe('é€')
  expect(() => parseXml('<a>&#0;</a>')).toThrow(XmlError)
})

test('keeps the prefixes and declarations of namespaces', () => {
  const root = parseXml('<a xmlns="urn:x" xmlns:xsi="urn:y"><b xsi:type="t"/></a>')

  expect(root.attributes).toEqual({ xmlns: 'urn:x', 'xmlns:xsi': 'urn:y' })
  expect(root.children[0]?.attributes).toEqual({ 'xsi:type': 't' })
})

test.each([
  ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]>\n<a>&x;</a>', 1],
  ['a document type behind a comment', '<!-- > -->\n<!DOCTYPE a><a/>', 2],
  ['an unknown entity', '<a>\n&x;</a>', 2],
  ['an unclosed element', '<a>\n<b></a>', 2],
  ['nothing', '', 1],
  ['something else', '{"a":1}', 1],
  ['two roots', '<a/>\n<b/>', 2],
  ['text after the end', '<a/>\nx', 2],
  ['an attribute twice', '<a b="1" b="2"/>', 1],
  ['an attribute without quotes', '<a b=1/>', 1],
  ['a bare ampersand', '<a>\nx & y</a>', 2],
  ['"<" in an attribute', '<a b="<"/>', 1],
])('refuses %s and says in which line', (_, text, line) => {
  const error = caught(() => parseXml(text))

  expect(error).toBeInstanceOf(XmlError)
  expect((error as XmlError).line).toBe(line)
  expect((error as XmlError).reason).not.toBe('')
})

test('refuses elements nested without end', () => {
  const text = '<a>'.repeat(5000) + '</a>'.repeat(5000)

  expect(() => parseXml(text)).toThrow(XmlError)
})

function caught(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return undefined
}
