import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseXml, type XmlElement } from '../../../../src/toolbox/xml/index.ts'

const root = new URL('../../../..', import.meta.url).pathname
const folder = join(resolve(root, process.env['WATTPROOF_CONTRACTS'] ?? '../shared/contracts'), 'samples/pge')

/** Whether the captured bodies are on this machine. They are not ours to ship. */
export const hasSamples = existsSync(folder)
export const samplesMissing = `No samples at ${folder}: shapes were NOT compared. Set WATTPROOF_CONTRACTS.`

export const sampleNames = () => readdirSync(folder)
export const sample = (name: string) => readFileSync(join(folder, `${name}.xml`), 'utf8')

/**
 * What a body looks like without what it tells: elements in order with their prefixes, attributes in order with the
 * values that are decoration, links by their rel. Runs of the same shape count as one, because days differ in length.
 */
export function shapeOf(text: string): unknown {
  return elementShape(parseXml(text))
}

type Shape = { element: string; attributes: string[]; children: Shape[] }

function elementShape({ name, attributes, children }: XmlElement): Shape {
  return {
    element: name,
    attributes: Object.entries(attributes).map(([key, value]) =>
      key === 'href' ? `${key}=${kindOf(value)}` : `${key}=${value}`,
    ),
    children: withoutRepeats(children.map(elementShape)),
  }
}

/** An address without ids: numbers, UUIDs and base64 look alike. */
function kindOf(address: string): string {
  const path = address.replace(/^https?:\/\/[^/]+/, '').replace(/[?].*$/, '')
  return path
    .split('/')
    .map((part) => (/^[A-Z][A-Za-z]+$|^(GreenButtonConnect|espi|1_1|resource)$/.test(part) || part === '' ? part : '*'))
    .join('/')
}

function withoutRepeats(shapes: Shape[]): Shape[] {
  const seen: Shape[] = []
  for (const shape of shapes) {
    const last = seen.at(-1)
    if (last === undefined || JSON.stringify(last) !== JSON.stringify(shape)) seen.push(shape)
  }
  return seen
}
