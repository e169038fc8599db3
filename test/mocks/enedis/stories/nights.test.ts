import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { card } from '../../../../mocks/enedis/index.ts'
import { keyNumbered } from '../../../../mocks/enedis/domain/sge/keys.ts'
import type { ContratId } from '../../../../mocks/enedis/model/index.ts'
import { sge } from '../../../../mocks/enedis/wire/sge/index.ts'
import { faultSchema } from '../../../../src/contract/fault.ts'
import { ExchangeInProgress } from '../../../../src/sandbox/exchange.ts'
import { decrypted } from '../../../../src/toolbox/aes.ts'
import { encodeRequest } from '../../../../src/toolbox/soap/index.ts'
import { isZip, unzipped } from '../../../../src/toolbox/zip.ts'
import { parse } from 'valibot'
import { openApis, type Apis } from '../../../support/enedis-apis.ts'
import { answered, contract } from '../../../support/enedis-sge.ts'
import { collection } from '../../../support/enedis-sge-orders.ts'
import { landed } from '../../../support/file-servers/server.ts'
import { sftpServer } from '../../../support/file-servers/sftp.ts'

const toClose: (() => unknown)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0)) await close()
})

const cipher = keyNumbered(contract as ContratId, 1, { flowCipher: 'aes-256-own-iv' })
const identity = { kind: 'naturalPerson', title: 'MME', firstName: 'Claire', lastName: 'Lefèvre-Roy' } as const

/** The text of the files in an encrypted archive, or nothing where it is broken. */
function texts(bytes: Uint8Array): string[] {
  try {
    const archive = decrypted(bytes, cipher)
    return isZip(archive) ? unzipped(archive).map((file) => new TextDecoder().decode(file.bytes)) : []
  } catch {
    return []
  }
}

async function order(apis: Apis, service: 'commandeCollecte', body: Parameters<typeof encodeRequest>[1]['body']) {
  const behind = card.surfaces.filter(({ id }) => id === 'sge') as unknown as typeof card.surfaces
  const peer = { remote: '127.0.0.1', tls: false, certificate: null, hostName: 'localhost' }
  const headers = { 'content-type': 'text/xml; charset=utf-8' }
  const request = { method: 'POST', headers, body: encodeRequest(sge[service], { body: body as never }) }
  const asked = new Request(`http://localhost:4703${sge[service].path}`, request)
  return answered(await apis.open.mounted(asked, new ExchangeInProgress(apis.world, apis.open, peer, null, behind)))
}

describe('a curve that was ordered', () => {
  test('comes into the folder each morning, with the energy that Data Connect tells, on the long day too', async () => {
    const deposits = mkdtempSync(join(tmpdir(), 'wattproof-deposits-'))
    toClose.push(() => rmSync(deposits, { recursive: true }))
    const home = { segment: 'C5', commissionedOn: '2025-08-14', consumption: { curve: 'never' } } as const
    const customers = { claire: { identity, usagePoints: { home }, consented: true } }
    const apis = await openApis({ customers }, { now: '2026-10-21T08:00:00.000Z', deposits })

    const days = { dateDebut: '2026-10-21', dateFin: '2027-10-21' }
    expect(await order(apis, 'commandeCollecte', collection(apis.prm(), days))).toMatchObject({ code: 'SGT200' })
    await apis.world.advance('P6D')

    const names = (await readdir(join(deposits, 'enedis'), { recursive: true })).filter((name) => name.endsWith('.zip'))
    const files = await Promise.all(
      names.sort().map(async (name) => texts(await readFile(join(deposits, 'enedis', name)))),
    )
    const told = files.flat().flatMap((text) => {
      const [, day = ''] = /<Date_Releve>([^<]*)</.exec(text) ?? []
      return [[day, [...text.matchAll(/<V>([^<]*)</g)].map(([, watts]) => Number(watts))] as const]
    })
    expect(told.map(([day, watts]) => [day, watts.length])).toEqual([
      ['2026-10-22', 48],
      ['2026-10-23', 48],
      ['2026-10-24', 48],
      ['2026-10-25', 50],
      ['2026-10-26', 48],
    ])
    const window = { pointId: apis.prm(), dateDebut: '2026-10-22', dateFin: '2026-10-27' }
    type Read = { grandeur: { points: { v: string; d: string }[] }[] }
    const measured = async (resource: string) =>
      ((await (await apis.read(`/mesure_synchrone_auto/v2/${resource}`, window)).json()) as Read).grandeur[0]?.points ??
      []
    expect(told.map(([day, watts]) => ({ d: day, v: String(watts.reduce((sum, one) => sum + one / 2, 0)) }))).toEqual(
      await measured('consommation_quotidienne'),
    )
    expect(told.flatMap(([, watts]) => watts.map(String))).toEqual(
      (await measured('courbe_de_charge_consommation')).map(({ v }) => v),
    )
  })
})

describe('curves of C4 by SFTP', () => {
  const subscribed = async (channel: string) =>
    openApis(
      {
        customers: { bakery: { usagePoints: { shop: { segment: 'C4', commissionedOn: '2026-01-05' } } } },
        sge: { channel, services: { curve: { usagePoint: 'bakery.shop' } } },
      },
      { now: '2026-10-06T08:00:00.000Z' },
    )

  test('arrive on the server, and are decrypted and read there', async () => {
    const server = await sftpServer()
    toClose.push(server.close)
    const apis = await subscribed(server.address())

    await apis.world.advance('P1D')

    const [[name = '', bytes = ''] = []] = Object.entries(await landed(server))
    expect(name).toMatch(/^ENEDIS_.*_R4Q_CDC_20261007060000\.zip$/)
    const [text = ''] = texts(Buffer.from(bytes, 'base64'))
    expect(text).toContain(`<Identifiant_PRM>${apis.prm('bakery.shop')}</Identifiant_PRM>`)
    expect([...text.matchAll(/<Grandeur_Physique>([^<]*)</g)].map(([, quantity]) => quantity)).toContain('EA')
  })

  test('that were truncated are broken for whoever gets them, and the outbox says so', async () => {
    const server = await sftpServer()
    toClose.push(server.close)
    const apis = await subscribed(server.address())
    apis.world.faults.arm(parse(faultSchema, { on: 'R4Q', kind: 'truncated', at: 0.7 }))

    await apis.world.advance('P1D')

    const [bytes = ''] = Object.values(await landed(server))
    expect(bytes.length).toBeGreaterThan(100)
    expect(texts(Buffer.from(bytes, 'base64'))).toEqual([])
    expect(apis.world.outbox.list()).toMatchObject([{ kind: 'R4Q', attempts: [{ fault: 'truncated' }] }])
  })
})
