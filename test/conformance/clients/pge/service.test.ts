import { describe, expect, test } from 'vitest'
import { goodManners } from '../../../../conformance/clients/pge/service.ts'
import { NoAnswer } from '../../../../conformance/clients/pge/trouble.ts'

const call = { method: 'GET', url: 'https://localhost/', headers: new Headers(), body: undefined }
const answer = (body: string, status = 200) => ({ status, headers: new Headers(), body })

describe('what is no feed is no answer', () => {
  test.each([
    ['half a feed', '<ns1:feed><ns1:entry><ns1:id>1</ns1:id>'],
    ['a page', '<!DOCTYPE html><html><body>Bad gateway</body></html>'],
    ['a page that says no more', '<html><body>Bad gateway</body></html>'],
    ['nothing', ''],
  ])('%s', (_, body) => {
    expect(() => goodManners.read(call, answer(body))).toThrow(NoAnswer)
  })

  test.each([
    ['a whole feed', '<ns1:feed><ns1:entry></ns1:entry></ns1:feed>\n'],
    ['one with a declaration', '<?xml version="1.0"?>\n<ns0:ServiceStatus></ns0:ServiceStatus>'],
    ['one without entries', '<ns1:feed xmlns:ns1="http://www.w3.org/2005/Atom"/>'],
  ])('but %s is', (_, body) => {
    expect(() => goodManners.read(call, answer(body))).not.toThrow()
  })

  test('and no data needs no feed', () => {
    expect(() => goodManners.read(call, answer('', 204))).not.toThrow()
  })
})

describe('a good client', () => {
  test('waits as long as it is told when it is throttled, longer each time when it is not told, and gives up', () => {
    const told = { ...answer('', 429), headers: new Headers({ 'retry-after': '7' }) }

    expect(goodManners.pauseAfterThrottling(told, 0)).toBe(7)
    expect([0, 1, 2, 3].map((attempt) => goodManners.pauseAfterThrottling(answer('', 429), attempt))).toEqual([
      ...[1, 2, 4],
      undefined,
    ])
  })
})
