import { describe, expect, test } from 'vitest'
import { goodManners } from '../../../../conformance/clients/enedis-data-connect/service.ts'
import { settingFrom, type Setting } from '../../../../conformance/clients/enedis-data-connect/setting.ts'
import { NoAnswer } from '../../../../conformance/clients/enedis-data-connect/trouble.ts'

const call = { method: 'GET', url: 'https://localhost/', headers: new Headers(), body: undefined }
const answer = (body: string, status = 200) => ({ status, headers: new Headers(), body })
const setting = settingFrom({
  WATTPROOF_ENEDIS_URL: 'https://localhost',
  WATTPROOF_ENEDIS_CLIENT_ID: 'acme',
  WATTPROOF_ENEDIS_CLIENT_SECRET: 'hush',
  WATTPROOF_NOW: '2026-07-17T04:59:30.000Z',
}) as Setting
const pause = (body: string, attempt = 0) => goodManners.pauseAfterThrottling(setting, answer(body, 429), attempt)

describe('what is no JSON is no answer', () => {
  test.each([
    ['half an answer', '{"grandeur":[{"points":[{"v":"412"'],
    ['a page', '<html><head><title>503</title></head></html>'],
  ])('%s', (_, body) => {
    expect(() => goodManners.read(call, answer(body))).toThrow(NoAnswer)
  })

  test.each([
    ['what is empty, as after a token was given back', ''],
    ['a list', '[]'],
  ])('but %s is', (_, body) => {
    expect(() => goodManners.read(call, answer(body))).not.toThrow()
  })

  test('and a refusal may be a page', () => {
    expect(() => goodManners.read(call, answer('<html></html>', 404))).not.toThrow()
  })
})

describe('a good client that is throttled', () => {
  test('waits longer each time where nobody tells how long, and gives up', () => {
    const fault = '{"fault":{"code":900807,"message":"Message throttled out"}}'

    expect([0, 1, 2, 3].map((attempt) => pause(fault, attempt))).toEqual([1, 2, 4, undefined])
  })

  test('waits until the instant that it is told, unless that is long', () => {
    expect(pause('{"code":"900804","nextAccessTime":"2026-Jul-17 05:00:00+0000 UTC"}')).toBe(30)
    expect(pause('{"code":"900804","nextAccessTime":"2026-Jul-17 05:59:00+0000 UTC"}')).toBeUndefined()
  })

  test('does not come back at once because the instant is over by the second', () => {
    expect(pause('{"code":"900804","nextAccessTime":"2026-Jul-17 04:59:30+0000 UTC"}')).toBe(1)
  })

  test('calls more slowly from then on', () => {
    const pauses = [0, 1, 2, 3, 10].map((throttled) => goodManners.pauseBetweenCalls(throttled))

    expect(pauses).toEqual([0.25, 0.5, 1, 2, 2])
  })
})

test('a good client tries again twice where there was no answer', () => {
  expect([0, 1, 2].map((attempt) => goodManners.pauseAfterTrouble(call, attempt))).toEqual([2, 4, undefined])
})
