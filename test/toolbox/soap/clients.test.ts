import { createClientAsync } from 'soap'
import { expect, test } from 'vitest'
import { whileServing } from '../../support/soap/serve.ts'
import type { Served } from '../../support/soap/serve.ts'
import { callWithZeep, hasZeep, zeepMissing } from '../../support/soap/zeep.ts'
import { milkman } from './toy.ts'

const order = { door: '7', from: '2026-11-22', on: 'TUE' as const, bottle: [{ litres: 1, glass: true }, { litres: 2 }] }
const visits = [
  { by: 'Ann & Bob', day: '2026-11-24', litres: 3 },
  { by: 'Zoé', day: '2026-12-01', litres: null },
]

if (!hasZeep()) console.warn(zeepMissing)

/** Takes every order but those of door 13, and keeps what it was asked. */
function milkmanAt(path: string, asked: unknown[]): Served<typeof milkman> {
  return {
    path,
    service: milkman,
    answer: (request) => {
      asked.push(request)
      const trouble = { result: { value: 'Nobody lives there.', code: 'M404' } }
      if (request.body.door === '13') return { fault: { code: 'Server', text: 'No milk', detail: trouble } }
      return { body: { orderId: 'A1', visit: visits }, header: { result: { value: 'Thank you', code: 'M200' } } }
    },
  }
}

test('the client of the npm package soap builds itself from the description, calls and reads what comes', async () => {
  const asked: unknown[] = []
  await whileServing([milkmanAt('/milk', asked)], async (origin) => {
    const client = await createClientAsync(`${origin}/milk?wsdl`)
    client.addSoapHeader({ 'r:milkRound': { street: 'Rue Été' } }, '', 'r', 'urn:milkman:round')

    const [reply, raw, header] = await client['orderMilkAsync'](order)

    expect(asked).toEqual([{ body: order, header: { street: 'Rue Été' } }])
    expect(reply).toMatchObject({ orderId: 'A1', visit: [{ litres: 3, attributes: { by: 'Ann & Bob' } }, {}] })
    expect(header).toMatchObject({ receipt: { result: { attributes: { code: 'M200' }, $value: 'Thank you' } } })
    expect(raw).toContain('<m:orderMilkResponse xmlns:m="urn:milkman"><orderId>A1</orderId>')
  })
})

test('the client of the npm package soap reads a fault with its detail', async () => {
  await whileServing([milkmanAt('/milk', [])], async (origin) => {
    const client = await createClientAsync(`${origin}/milk?wsdl`)

    const refused = await client['orderMilkAsync']({ ...order, door: '13' }).catch((error: unknown) => error)

    expect(refused.response.status).toBe(500)
    expect(refused.root.Envelope.Body.Fault).toMatchObject({
      faultcode: 'soap:Server',
      detail: { trouble: { result: { attributes: { code: 'M404' }, $value: 'Nobody lives there.' } } },
    })
  })
})

test.skipIf(!hasZeep())('zeep does the same', async () => {
  const asked: unknown[] = []
  await whileServing([milkmanAt('/milk', asked)], async (origin) => {
    const call = { wsdl: `${origin}/milk?wsdl`, operation: 'orderMilk' }

    const [answered, refused] = await callWithZeep([
      { ...call, body: order, header: { milkRound: { street: 'Rue Été' } } },
      { ...call, body: { ...order, door: '13' } },
    ])

    expect(asked).toEqual([
      { body: order, header: { street: 'Rue Été' } },
      { body: { ...order, door: '13' }, header: undefined },
    ])
    expect(answered).toEqual({
      reply: { orderId: 'A1', visit: visits },
      header: { receipt: { result: { _value_1: 'Thank you', code: 'M200' } } },
    })
    expect(refused).toMatchObject({ fault: { code: 'soap:Server', text: 'No milk' } })
    expect(JSON.stringify(refused)).toContain('<result code=\\"M404\\">Nobody lives there.</result>')
  })
})
