import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acknowledgedBy, nineteenNames } from '../support/sge-nineteen/index.ts'
import { plain, type Heard } from '../support/sge-nineteen/plain.ts'
import { openVillageByTls, type VillageByTls } from '../support/sge-nineteen/village.ts'
import { callAllWithZeep } from '../support/sge-nineteen/zeep.ts'
import { hasOfficial, officialMissing } from '../support/soap/official.ts'
import { hasZeep, zeepMissing } from '../support/soap/zeep.ts'

if (!hasZeep()) console.warn(zeepMissing)
if (!hasOfficial()) console.warn(officialMissing)

const descriptions = ['by us', ...(hasOfficial() ? (['by Enedis'] as const) : [])] as const

describe.skipIf(!hasZeep()).each(descriptions)('a client that zeep builds from services described %s', (described) => {
  let village: VillageByTls
  let heard: Heard[]
  beforeAll(async () => {
    village = await openVillageByTls()
    const { nineteen } = village
    const calls = (which: 'asks' | 'wrong') => nineteenNames.map((name) => ({ name, body: nineteen[name][which] }))
    heard = await callAllWithZeep(village, described, [...calls('wrong'), ...calls('asks')])
  })
  afterAll(() => village.stop())

  test.each(nineteenNames)('is refused by %s over mutual TLS, with its code and text', (name) => {
    const [code, says] = village.nineteen[name].refused

    expect(heard[nineteenNames.indexOf(name)]).toEqual({ fault: { by: 'soap:Server', code, says } })
  })

  test.each(nineteenNames)('is answered by %s over mutual TLS, and reads the reply', (name) => {
    const { told } = village.nineteen[name]

    const answered = heard[nineteenNames.length + nineteenNames.indexOf(name)]
    expect(answered).toMatchObject({ reply: plain(told), acknowledged: acknowledgedBy(name) })
  })

  test("and nothing that was said breaks Enedis's own schemas", () => {
    expect(village.complaints()).toEqual([])
  })
})
