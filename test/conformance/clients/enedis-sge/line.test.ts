import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { goodManners, Line } from '../../../../conformance/clients/enedis-sge/line.ts'
import { settingFrom, type Setting } from '../../../../conformance/clients/enedis-sge/setting.ts'
import { NoAnswer, OutOfService, Refused } from '../../../../conformance/clients/enedis-sge/trouble.ts'
import { sge } from '../../../../mocks/enedis/wire/sge/index.ts'
import { encodeFault, encodeReply, wsdlOf } from '../../../../src/toolbox/soap/index.ts'

const { rechercherPoint, commanderCollectePublicationMesures } = {
  rechercherPoint: sge.recherchePoint,
  commanderCollectePublicationMesures: sge.commandeCollecte,
}
const found = encodeReply(rechercherPoint, {
  body: {},
  header: { resultat: { value: 'Succès', code: 'SGT200' } },
})
const fault = (code: string, value: string) =>
  encodeFault(rechercherPoint, { code: 'Server', text: 'Erreur', detail: { resultat: { value, code } } })

/** Serves two services, the calls of which are answered in turn, and counts them. */
async function lineTo(answers: readonly [status: number, body: string][], work: (line: Line) => Promise<unknown>) {
  let calls = 0
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const service = request.url?.startsWith('/Recherche') ? rechercherPoint : commanderCollectePublicationMesures
    if (request.method === 'GET') return response.end(wsdlOf(service, 'http://localhost/'))
    const [status, body] = answers[Math.min(calls++, answers.length - 1)] as [number, string]
    if (status === 0) return request.socket.destroy()
    response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8' }).end(body)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const line = new Line(settingAt((server.address() as AddressInfo).port), goodManners)
  const outcome = await work(line).catch((error: unknown) => error)
  await line.close()
  await new Promise((closed) => server.close(closed))
  return { outcome, calls }
}

const settingAt = (port: number) =>
  settingFrom({
    WATTPROOF_ENEDIS_SGE_URL: `http://127.0.0.1:${port}`,
    WATTPROOF_ENEDIS_SGE_LOGIN: 'acme@wattproof.example',
    WATTPROOF_ENEDIS_SGE_CONTRACT: '1111111',
    WATTPROOF_NOW: '2026-10-06T08:00:00.000Z',
    WATTPROOF_PACE: '1000',
  }) as Setting

const search = (line: Line) => line.call('rechercherPoint', { codePostal: '34650' })
const order = (line: Line) => line.call('commanderCollectePublicationMesures', { pointId: '25884515170669' })

describe('a call', () => {
  test('is answered with its code and the words for it', async () => {
    const { outcome } = await lineTo([[200, found]], search)

    expect(outcome).toMatchObject({ code: 'SGT200', text: 'Succès' })
  })

  test('that SGE refuses says with which code, and is not made again', async () => {
    const { outcome, calls } = await lineTo([[500, fault('SGT4F8', 'trop de résultats')]], search)

    expect(outcome).toBeInstanceOf(Refused)
    expect(outcome).toMatchObject({ code: 'SGT4F8', text: 'trop de résultats' })
    expect(calls).toBe(1)
  })

  test.each([
    ['technical trouble', 500, fault('SGT500', 'Une erreur technique est survenue')],
    ['a page', 503, '<html>closed</html>'],
    ['half an answer', 200, found.slice(0, 200)],
    ['nothing', 0, ''],
  ])('that is answered with %s is made again, and then is well', async (_, status, body) => {
    const { outcome, calls } = await lineTo(
      [
        [status, body],
        [200, found],
      ],
      search,
    )

    expect(outcome).toMatchObject({ code: 'SGT200' })
    expect(calls).toBe(2)
  })

  test('is made three times at most', async () => {
    const technical = await lineTo([[500, fault('SGT506', 'indisponible')]], search)
    const silent = await lineTo([[0, '']], search)

    expect([technical.calls, silent.calls]).toEqual([3, 3])
    expect(technical.outcome).toBeInstanceOf(NoAnswer)
    expect(technical.outcome).toMatchObject({ code: 'SGT506' })
    expect(silent.outcome).toBeInstanceOf(OutOfService)
  })

  test('that orders something is made once: it may have been taken', async () => {
    const { outcome, calls } = await lineTo([[500, fault('SGT500', 'Une erreur technique est survenue')]], order)

    expect(outcome).toMatchObject({ code: 'SGT500' })
    expect(calls).toBe(1)
  })
})

test('calls keep more than a second apart in homologation', () => {
  const setting = settingAt(1)

  expect(goodManners.pauseBetweenCalls({ ...setting, environment: 'homologation' })).toBeGreaterThan(1)
  expect(goodManners.pauseBetweenCalls(setting)).toBeLessThan(1)
})
