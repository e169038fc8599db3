import { expect, test } from 'vitest'
import { strangersWay } from '../../conformance/stranger.ts'

test('a stranger comes to the redirect address that a request names', () => {
  const way = new URL(strangersWay('http://localhost:1/authorize?redirect_uri=http%3A%2F%2Flocalhost%3A2%2Fback') ?? '')

  expect(way.origin + way.pathname).toBe('http://localhost:2/back')
  expect(way.searchParams.get('state')).toBe('a-state-that-nobody-sent')
})

test('a stranger comes to the registered address where requests name none', () => {
  const way = new URL(strangersWay('http://localhost:1/authorize?state=abc', 'http://localhost:2') ?? '')

  expect(way.origin + way.pathname).toBe('http://localhost:2/callback')
  expect(way.searchParams.has('autorisation_id')).toBe(true)
})

test('a stranger stays away where nobody knows the way', () => {
  expect(strangersWay('http://localhost:1/authorize')).toBeUndefined()
  expect(strangersWay('somewhere')).toBeUndefined()
})
