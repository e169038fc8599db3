import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { card } from '../../../../mocks/enedis/index.ts'
import { keyNumbered } from '../../../../mocks/enedis/domain/sge/files/keys.ts'
import { daysLater } from '../../../../mocks/enedis/domain/paris.ts'
import type { ContratId } from '../../../../mocks/enedis/model/index.ts'
import { faultSchema } from '../../../../src/contract/fault.ts'
import { ExchangeInProgress } from '../../../../src/sandbox/exchange.ts'
import { decrypted } from '../../../../src/toolbox/aes.ts'
import { isZip, unzipped } from '../../../../src/toolbox/zip.ts'
import { parse } from 'valibot'
import { openApis, type Apis } from '../../../support/enedis-apis.ts'
import { contract, type Sge } from '../../../support/enedis-sge.ts'
import { collection } from '../../../support/enedis-sge-orders.ts'
import { detailed, told } from '../../../support/enedis-sge-replies.ts'
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

/** The web services of a world whose APIs are asked as well. */
function sgeOf(apis: Apis): Sge {
  const behind = card.surfaces.filter(({ id }) => id === 'sge') as unknown as typeof card.surfaces
  const peer = { remote: '127.0.0.1', tls: false, certificate: null, hostName: 'localhost' }
  const headers = { 'content-type': 'text/xml; charset=utf-8' }
  const call = (method: string, path: string, body = '') => {
    const asked = new Request(`http://localhost:4703${path}`, { method, headers, body })
    return Promise.resolve(apis.open.mounted(asked, new ExchangeInProgress(apis.world, apis.open, peer, null, behind)))
  }
  return { call } as Sge
}

async function archivesIn(deposits: string): Promise<string[]> {
  const names = (await readdir(join(deposits, 'enedis'), { recursive: true })).filter((name) => name.endsWith('.zip'))
  const files = await Promise.all(names.sort().map((name) => readFile(join(deposits, 'enedis', name))))
  return files.flatMap(texts)
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const numbersIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, number]) => Number(number))

async function openWith(segment: 'C4' | 'C5', now: string) {
  const deposits = mkdtempSync(join(tmpdir(), 'wattproof-deposits-'))
  toClose.push(() => rmSync(deposits, { recursive: true }))
  const home = { segment, commissionedOn: '2025-08-14', consumption: { curve: 'never' } } as const
  const customers = { claire: { identity, usagePoints: { home }, consented: { page: 'v1', duration: 'P3Y' } } } as const
  return { deposits, apis: await openApis({ customers }, { now, deposits }) }
}

describe.each([
  ['2026-03-26', '2026-03-29', 46],
  ['2026-10-22', '2026-10-25', 50],
])('a curve that was ordered on %s', (ordered, changed, halfHours) => {
  const year = { dateDebut: ordered, dateFin: daysLater(ordered, 365) }
  const days = Array.from({ length: 4 }, (_, at) => daysLater(ordered, at + 1))
  const window = { dateDebut: daysLater(ordered, 1), dateFin: daysLater(ordered, 5) }

  test('comes into the folder each morning, with what v2, v5 and V3 tell of a home', async () => {
    const { apis, deposits } = await openWith('C5', `${ordered}T08:00:00.000Z`)

    await told(sgeOf(apis), 'commandeCollecte', collection(apis.prm(), year))
    await apis.world.advance('P5D')

    const nights = (await archivesIn(deposits)).map((text) => {
      const [, day = ''] = /<Date_Releve>([^<]*)</.exec(text) ?? []
      return { day, watts: numbersIn(text, /<V>([^<]*)</g) }
    })
    expect(nights.map(({ day, watts }) => [day, watts.length])).toEqual(
      days.map((day) => [day, day === changed ? halfHours : 48]),
    )
    const watts = nights.flatMap((night) => night.watts)
    type V2 = { grandeur: { points: { v: string; d: string }[] }[] }
    const v2 = async (resource: string) => {
      const answer = await apis.read(`/mesure_synchrone_auto/v2/${resource}`, { pointId: apis.prm(), ...window })
      return ((await answer.json()) as V2).grandeur[0]?.points.map(({ v }) => Number(v))
    }
    const asked = { usage_point_id: apis.prm(), start: window.dateDebut, end: window.dateFin }
    const v5 = (await (await apis.read('/metering_data_clc/v5/consumption_load_curve', asked)).json()) as {
      meter_reading: { interval_reading: { value: string }[] }
    }
    const v3 = await told(sgeOf(apis), 'mesuresDetailleesV3', detailed.v3(apis.prm(), window))
    expect(await v2('consommation_quotidienne')).toEqual(nights.map((night) => sum(night.watts) / 2))
    expect(await v2('courbe_de_charge_consommation')).toEqual(watts)
    expect(v5.meter_reading.interval_reading.map(({ value }) => Number(value))).toEqual(watts)
    expect(v3.grandeur[0]?.points.map(({ v }) => Number(v))).toEqual(watts)
  })

  test('comes in R4Q with what V3 tells of a company, within the unit of each day', async () => {
    const { apis, deposits } = await openWith('C4', `${ordered}T08:00:00.000Z`)

    await told(sgeOf(apis), 'commandeCollecte', collection(apis.prm(), { ...year, mesuresPas: 'PT10M' }))
    await apis.world.advance('P5D')

    const nights = (await archivesIn(deposits)).map((text) => {
      const [, active = ''] =
        /(<Granularite>(?:(?!<Granularite>).)*<Grandeur_Physique>EA.*?)<\/Donnees_Courbe>/s.exec(text) ?? []
      const [minutes = 0] = numbersIn(active, /<Granularite>([^<]*)</g)
      return { kwMinutes: sum(numbersIn(active, /Valeur_Point="([^"]*)"/g)) * minutes, minutes }
    })
    const v3 = await told(sgeOf(apis), 'mesuresDetailleesV3', detailed.v3(apis.prm(), window))
    const points = v3.grandeur.find((one) => one.grandeurPhysique === 'PA')?.points ?? []
    const energies = days.map((day) =>
      sum(points.filter(({ d }) => d.startsWith(day)).map(({ v, p }) => Number(v) * Number(/\d+/.exec(p ?? '')?.[0]))),
    )
    expect(nights).toHaveLength(days.length)
    nights.forEach(({ kwMinutes, minutes }, at) => {
      const measured = energies[at] ?? 0
      expect(measured).toBeGreaterThan(0)
      expect(Math.abs(kwMinutes * 1000 - measured)).toBeLessThan(1000 * minutes)
    })
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
