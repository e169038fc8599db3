import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acknowledgedBy, nineteenNames } from '../support/sge-nineteen/index.ts'
import { plain } from '../support/sge-nineteen/plain.ts'
import { callWithSoap } from '../support/sge-nineteen/soap.ts'
import { openVillageByTls, type VillageByTls } from '../support/sge-nineteen/village.ts'
import { hasOfficial, officialMissing, officialWsdlOf } from '../support/soap/official.ts'
import { serviceNamed } from '../support/enedis-sge.ts'

if (!hasOfficial()) console.warn(officialMissing)

const descriptions = ['by us', ...(hasOfficial() ? (['by Enedis'] as const) : [])] as const

describe.each(descriptions)('a client that the npm package soap builds from services described %s', (described) => {
  let village: VillageByTls
  beforeAll(async () => {
    village = await openVillageByTls()
  })
  afterAll(() => village.stop())
  const wsdlOf = (name: (typeof nineteenNames)[number]) =>
    described === 'by us' ? undefined : officialWsdlOf(serviceNamed(name).operation)

  test.each(nineteenNames)('is refused by %s over mutual TLS, with its code and text', async (name) => {
    const { wrong, refused } = village.nineteen[name]

    const heard = await callWithSoap(village, name, wrong, wsdlOf(name))

    const [code, says] = refused
    expect(heard).toEqual({ fault: { by: 'soap:Server', code, says } })
    expect(village.complaints()).toEqual([])
  })

  test.each(nineteenNames)('is answered by %s over mutual TLS, and reads the reply', async (name) => {
    const { asks, told } = village.nineteen[name]

    const heard = await callWithSoap(village, name, asks, wsdlOf(name))

    expect(heard).toMatchObject({ reply: plain(told), acknowledged: acknowledgedBy(name) })
    expect(village.complaints()).toEqual([])
  })
})
