import { expect, test } from 'vitest'
import { basicCredentials } from '../../src/toolbox/basic-auth.ts'

const header = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`

test.each([
  ['a name and a password', header('acme:secret'), { username: 'acme', password: 'secret' }],
  ['a password with colons', header('acme:a:b'), { username: 'acme', password: 'a:b' }],
  ['letters beyond ASCII', header('zoé:pâte'), { username: 'zoé', password: 'pâte' }],
  ['an empty password', header('acme:'), { username: 'acme', password: '' }],
  ['the scheme in any case', header('a:b').replace('Basic', 'basic'), { username: 'a', password: 'b' }],
])('reads %s', (_, value, expected) => {
  expect(basicCredentials(value)).toEqual(expected)
})

test.each([
  ['no header', undefined],
  ['another scheme', 'Bearer abc'],
  ['no token', 'Basic '],
  ['what is not base64', 'Basic ***'],
  ['a pair without a colon', header('acme')],
  ['bytes that are not UTF-8', `Basic ${Buffer.from([0xff, 0x3a, 0x61]).toString('base64')}`],
])('makes nothing of %s', (_, value) => {
  expect(basicCredentials(value)).toBeUndefined()
})
