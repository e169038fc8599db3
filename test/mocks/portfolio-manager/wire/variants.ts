import { parseXml } from '../../../../src/toolbox/xml/index.ts'
import type { XmlElement } from '../../../../src/toolbox/xml/index.ts'

/** Every body that differs from a given one in one place: a part gone, doubled, renamed, moved or filled otherwise. */
export function variantsOf(body: string): string[] {
  return variants(parseXml(body)).map(spell)
}

const texts = ['', ' ', 'x', '0', '-1', '7.125', 'true', '2026-01-01', ' 7 ', '2026-13-01', 'x'.repeat(5000)]

function variants(element: XmlElement): XmlElement[] {
  const { attributes, children } = element
  return [
    { ...element, name: `${element.name}x` },
    { ...element, attributes: { ...attributes, unheard: 'of' } },
    { ...element, children: [...children, { name: 'unheard', attributes: {}, children: [], text: '' }] },
    { ...element, children: [...children].reverse() },
    ...texts.filter((text) => text.trim() || children.length === 0).map((text) => ({ ...element, text })),
    ...Object.keys(attributes).flatMap((name) => otherAttributes(element, name)),
    ...children.flatMap((child, at) => [
      { ...element, children: children.toSpliced(at, 1) },
      { ...element, children: children.toSpliced(at, 0, child) },
      ...variants(child).map((variant) => ({ ...element, children: children.with(at, variant) })),
    ]),
  ]
}

function otherAttributes(element: XmlElement, name: string): XmlElement[] {
  if (name.startsWith('xmlns')) return []
  const { [name]: _, ...others } = element.attributes
  const other = texts.map((text) => ({ ...element, attributes: { ...element.attributes, [name]: text } }))
  return [{ ...element, attributes: others }, ...other]
}

function spell({ name, attributes, children, text }: XmlElement): string {
  const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escape(value)}"`)
  return `<${name}${written.join('')}>${escape(text)}${children.map(spell).join('')}</${name}>`
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
