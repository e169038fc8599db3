import { execFile } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { up, type Up } from '../support/cli.ts'
import { answered } from '../support/enedis-sge.ts'
import { orderByHand, requestsByHand, type ByHand } from '../support/sge-nineteen/by-hand.ts'
import { openVillageByTls, type VillageByTls } from '../support/sge-nineteen/village.ts'
import { hasOfficial, officialFolder, officialMissing } from '../support/soap/official.ts'

if (!hasOfficial()) console.warn(officialMissing)

type Line = Pick<VillageByTls, 'origin' | 'tls'>

/** Sends a request with curl and its own certificate; what came back. */
async function send({ origin, tls }: Line, { path, body, args }: ByHand) {
  const own = ['--cacert', tls.ca, '--cert', tls.certificate, '--key', tls.key]
  const asked = ['-sS', ...own, ...args, '--data-binary', '@-', '-w', '\n%{http_code}', origin + path]
  const out = await new Promise<string>((done) => {
    const child = execFile('curl', asked, (_, stdout, stderr) => done(stderr + stdout))
    child.stdin?.end(body)
  })
  const at = out.lastIndexOf('\n')
  return answered(new Response(out.slice(0, at), { status: Number(out.slice(at + 1)) }))
}

describe('a request that was written by hand', () => {
  let village: VillageByTls
  beforeAll(async () => {
    village = await openVillageByTls()
  })
  afterAll(() => village.stop())

  test.each(Object.keys(requestsByHand('0')))('in the manner of %s is answered over mutual TLS', async (manner) => {
    const request = requestsByHand(village.places.flat)[manner] as ByHand

    const { status, code, text } = await send(village, request)

    expect([status, code]).toEqual([200, 'SGT200'])
    expect(text).toContain(`<point id="${village.places.flat}">`)
    expect(text).toContain('<situationContractuelle>')
    expect(village.complaints()).toEqual([])
  })

  test('in Latin letters names its customer as Enedis knows her', async () => {
    const { status, code } = await send(village, orderByHand(village.places.home, 'text/xml'))

    expect([status, code]).toEqual([200, 'SGT200'])
    expect(village.complaints()).toEqual([])
  })

  test('in Latin letters that are announced as UTF-8 is malformed', async () => {
    const { status, code } = await send(village, orderByHand(village.places.home, 'text/xml; charset=utf-8'))

    expect([status, code]).toEqual([500, 'SGT562'])
    expect(village.complaints()).toEqual(['The body says that it is in utf-8, and is not.'])
  })
})

describe.skipIf(!hasOfficial())("a sandbox that is given Enedis's own folder", () => {
  let running: Up
  let line: Line & { prm: string }
  beforeAll(async () => {
    running = await up(['enedis/sge/agreed', '--frozen', '--sge-schemas', officialFolder])
    const { out } = await running.speak('env')
    const told = (name: string) => new RegExp(`^export ${name}='(.*)'$`, 'm').exec(out)?.[1] ?? ''
    line = {
      origin: told('WATTPROOF_ENEDIS_SGE_URL'),
      tls: {
        ca: told('WATTPROOF_CA_FILE'),
        certificate: told('WATTPROOF_ENEDIS_SGE_CERTIFICATE'),
        key: told('WATTPROOF_ENEDIS_SGE_KEY'),
      },
      prm: told('WATTPROOF_ENEDIS_PRM_CLAIRE_HOME'),
    }
  })
  afterAll(() => running.stop())

  test('answers what fits it, and refuses in the words of the validator what does not', async () => {
    const good = requestsByHand(line.prm)['PHP, without a header'] as ByHand
    const bad = { ...good, body: Buffer.from(good.body.toString().replace('>true<', '>oui<')) }

    const answers = [await send(line, good), await send(line, bad)]

    expect(answers.map(({ status, code }) => [status, code])).toEqual([
      [200, 'SGT200'],
      [500, 'SGT562'],
    ])
    expect(answers[1]?.says).toBe('Problème : le message de demande est malformé')
    await running.says(/request-invalid.*/)
    const { out } = await running.speak('journal')
    expect(out).toMatch(/request-invalid.*Line \d+:.*autorisationClient.*'oui' is not a valid value/)
  })
})
