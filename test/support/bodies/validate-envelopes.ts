import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { descriptionOf, envelopeSchemaOf } from '../../../src/toolbox/schemas/descriptions.ts'
import { judgeOf } from '../../../src/toolbox/schemas/index.ts'
import { hasOfficial, officialFolder, officialMissing } from '../soap/official.ts'
import { hasXmllint, xmllintMissing, xmllintSays } from '../xsd.ts'

type Service = { path: string; operation: string }
/** A switch has one service answer under the name that the FAQ gives it, too. */
const otherNames: Readonly<Record<string, string>> = {
  '/CommandeArretServiceSouscrit/v1.0': '/CommandeArretServiceSouscritMesures/v1.0',
}
type Kept = { folder: string; names: readonly string[] }

/** Holds the envelopes of SGE against Enedis's own descriptions, and says how many there were; answers what is wrong. */
export async function validateEnvelopes({ folder, names }: Kept): Promise<string[]> {
  if (!hasOfficial()) {
    console.error(`\n${officialMissing} (${names.length} distinct envelopes sent)\n`)
    return []
  }
  const sent = names.filter((name) => name.endsWith('.valid.xml'))
  const byService = new Map<string, string[]>()
  for (const name of sent) {
    const [, at = ''] = /^sge\.[^.]+\.(.+)\.[0-9a-f]{64}\./.exec(name) ?? []
    byService.set(at, [...(byService.get(at) ?? []), name])
  }
  const { sge } = await import('../../../mocks/enedis/wire/sge/index.ts')
  const services: readonly Service[] = Object.values(sge)
  const complaints: string[] = []
  for (const [at, own] of byService) {
    const asked = `/${at.replace('~', '/')}`
    const service = services.find(({ path }) => path === (otherNames[asked] ?? asked))
    complaints.push(...(await complaintsOf(service, { folder, names: own })))
  }
  const count = (kind: string) => sent.filter((name) => name.startsWith(`sge.${kind}.`)).length
  const counted = `${count('reply')} replies and faults, ${count('node-soap')} requests of soap and ${count('Zeep')} of zeep`
  const judged = hasXmllint() ? 'by libxml2 and by xmllint' : xmllintMissing
  console.log(
    `\n${sent.length} distinct envelopes at ${byService.size} addresses of SGE (${counted}) were held against Enedis's` +
      ` own schemas, ${judged}: ${complaints.length === 0 ? 'all are valid' : 'NOT all are valid'}.` +
      ` ${names.length - sent.length} more were refused as malformed, or hold the code SGT4F10, which these do not allow.\n`,
  )
  return complaints
}

async function complaintsOf(service: Service | undefined, { folder, names }: Kept): Promise<string[]> {
  if (service === undefined) return names.map((name) => `  ${join(folder, name)}\n    is of no known service`)
  const judge = await judgeOf(officialFolder, service.operation)
  const description = descriptionOf(officialFolder, service.operation)
  if (judge === undefined || description === undefined) return [`  Enedis describes no ${service.operation}`]
  const wrong = names.flatMap((name) => {
    const [complaint] = judge(readFileSync(join(folder, name), 'utf8'))
    return complaint === undefined ? [] : [`  ${join(folder, name)}\n    ${complaint}`]
  })
  if (!hasXmllint()) return wrong
  const schema = join(folder, `${service.operation}.xsd`)
  writeFileSync(schema, envelopeSchemaOf(description))
  const files = names.map((name) => join(folder, name))
  return [...wrong, ...xmllintSays(schema, files)]
}
