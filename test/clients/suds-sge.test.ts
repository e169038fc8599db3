import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serviceNamed } from '../support/enedis-sge.ts'
import { nineteenNames } from '../support/sge-nineteen/index.ts'
import { plain, type Heard } from '../support/sge-nineteen/plain.ts'
import { openVillageByTls, type VillageByTls } from '../support/sge-nineteen/village.ts'
import { askPython, pythonWith } from '../support/soap/python.ts'

const python = pythonWith('suds')
if (python === undefined) console.warn('suds was NOT TRIED, because it is not here: apt-get install python3-suds')

describe.skipIf(python === undefined)('a client that suds builds from our descriptions', () => {
  let village: VillageByTls
  let heard: Heard[]
  beforeAll(async () => {
    village = await openVillageByTls()
    const { nineteen, origin, tls } = village
    const calls = (['wrong', 'asks'] as const).flatMap((which) =>
      nineteenNames.map((name) => {
        const { path, operation } = serviceNamed(name)
        return { wsdl: `${origin}${path}?wsdl`, operation, body: nineteen[name][which], tls }
      }),
    )
    heard = await askPython<Heard[]>(python ?? '', ['ask-suds.py'], calls)
  })
  afterAll(() => village.stop())

  test.each(nineteenNames)('is refused by %s over mutual TLS, with its code and text', (name) => {
    const [code, says] = village.nineteen[name].refused

    expect(heard[nineteenNames.indexOf(name)]).toEqual({ fault: { by: 'soap:Server', code, says } })
  })

  test.each(nineteenNames)('is answered by %s over mutual TLS, and reads the reply', (name) => {
    const answered = heard[nineteenNames.length + nineteenNames.indexOf(name)] as { reply: unknown }

    expect({ reply: plain(answered.reply) }).toMatchObject({ reply: plain(village.nineteen[name].told) })
  })

  test("and nothing that was said breaks Enedis's own schemas", () => {
    expect(village.complaints()).toEqual([])
  })
})
