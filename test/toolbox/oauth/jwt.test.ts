import { decodeProtectedHeader } from 'jose'
import { expect, test } from 'vitest'
import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { readJwt, signJwt } from '../../../src/toolbox/oauth/index.ts'

test('a token that was signed here is read back, whatever time it is', async () => {
  const token = await signJwt({ jti: 'one', exp: 1 })

  expect(decodeProtectedHeader(token)).toEqual({ typ: 'JWT', alg: 'RS256' })
  expect(readJwt(token)).toEqual({ jti: 'one', exp: 1 })
})

test('all tokens of a process are signed with one key', async () => {
  const [one, again] = await Promise.all([signJwt({ jti: 'one' }), signJwt({ jti: 'one' })])

  expect(again).toBe(one)
})

test('a token that was changed, or signed by nobody, is not read', async () => {
  const [header, , signature] = (await signJwt({ jti: 'one' })).split('.')
  const [, otherClaims] = (await signJwt({ jti: 'two' })).split('.')

  expect(readJwt(`${header}.${otherClaims}.${signature}`)).toBeUndefined()
  expect(readJwt(`${header}.${otherClaims}.`)).toBeUndefined()
  expect(readJwt('an opaque token')).toBeUndefined()
})

test('a signed token is kept under what it says, since its key differs from run to run', async () => {
  const [header, claims] = (await signJwt({ jti: 'one' })).split('.')
  const otherClaims = (await signJwt({ jti: 'two' })).split('.')[1]

  expect(fingerprint(`${header}.${claims}.c2lnbmVk`)).toBe(fingerprint(await signJwt({ jti: 'one' })))
  expect(fingerprint(`${header}.${otherClaims}.c2lnbmVk`)).not.toBe(fingerprint(await signJwt({ jti: 'one' })))
  expect(fingerprint('a.b.c')).not.toBe(fingerprint('a.b.d'))
})
