import { leaf } from '../../../src/toolbox/xml/index.ts'
import { espiNamespace } from './envelope.ts'

/** What a notice tells to fetch. `resources` comes first: one client takes the first child, whatever it is. Source: WIRE. */
export function encodeBatchList(resources: readonly string[]): string {
  const lines = resources.map((address) => `    ${leaf('ns0:resources', address)}\n`)
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
  return `${declaration}\n<ns0:BatchList xmlns:ns0="${espiNamespace}">\n${lines.join('')}</ns0:BatchList>\n`
}
