import { expect, test } from 'vitest'
import { branch, branchWith, documentOf, each, leaf, nothing, parseXml } from '../../../src/toolbox/xml/index.ts'

test('writes a document on one line, behind the exact prolog', () => {
  const text = documentOf(
    branch(
      'list',
      each(['a', 'b'], (name) => leaf('item', name)),
    ),
  )

  expect(text).toBe('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><list><item>a</item><item>b</item></list>')
})

test('keeps the order of attributes and leaves out what is undefined', () => {
  const text = branchWith('link', { id: 7, hint: undefined, link: '/x', flag: false }, leaf('gone', undefined), nothing)

  expect(text).toBe('<link id="7" link="/x" flag="false"/>')
})

test('writes an empty text as an empty element', () => {
  expect(leaf('note', '')).toBe('<note/>')
})

test.each(['a < b & "c" > d', "it's\ta\nline\r", 'café 🙂', ']]>'])('what it writes of %j reads the same', (text) => {
  const root = parseXml(documentOf(branchWith('a', { text }, leaf('b', text))))

  expect(root.attributes['text']).toBe(text)
  expect(root.children[0]?.text).toBe(text)
})

test('replaces what XML cannot hold', () => {
  expect(leaf('a', 'x\u0000y\uD800')).toBe('<a>x\uFFFDy\uFFFD</a>')
})
