import { describe, expect, test } from 'vitest'
import { openSge, type Sge } from '../../../../support/enedis-sge.ts'
import { broken, rows, stop, today, type Known, type Row } from './catalogue-rows.ts'

/** The platform of homologation on a morning, with the points of a list and nobody else. */
const platform = (catalogue: '22.1' | '26.1', dialect: Record<string, string> = {}) => {
  const told = { customers: {}, sge: { environment: 'homologation', catalogue } } as const
  return openSge(told, { probing: false, start: `${today}T08:05:00.000Z`, dialect })
}

async function expectKnown(sge: Sge, { service, body }: Row, { codes, says, holds, lacks }: Known): Promise<void> {
  const { code, says: said, text } = await sge.ask(service, body)
  // Details of measures acknowledge nothing: a reply without a code is their success.
  expect(code === null ? [] : [code]).toEqual(codes.length === 0 ? [] : [expect.toBeOneOf([...codes])])
  if (says !== undefined) expect(said).toBe(says)
  if (holds !== undefined && codes.includes(code ?? '') === codes.length > 0) expect(text).toMatch(holds)
  if (lacks !== undefined) expect(text).not.toMatch(lacks)
}

describe.each(['22.1', '26.1'] as const)('with the points of list %s', async (list) => {
  const sge = await platform(list)

  test.each(rows.map((row) => [row.id, row] as const))('%s is answered as the platform does', async (_, row) => {
    await expectKnown(sge, row, row)
  })

  test('ASS-R1 stops a service that the search has found', async () => {
    const search = rows.find(({ id }) => id === 'RS-R1') as Row
    const { text: found } = await sge.ask(search.service, search.body)
    const [, service = ''] = /<serviceSouscritId>(\d+)</.exec(found) ?? []

    const { code, text } = await sge.ask('commandeArretServiceSouscrit', stop(service))

    expect(code).toBe('SGT200')
    expect(text).toMatch(/<prestation>/)
  })
})

describe('a platform as broken as it was seen', async () => {
  const sge = await platform('22.1', { platform: 'faithful' })

  test.each(rows.map((row) => [row.id, row] as const))('%s is answered as it was then', async (_, row) => {
    await expectKnown(sge, row, broken[row.id] ?? row)
  })
})
