import { describe, expect, test } from 'vitest'
import { fingerprint } from '../../src/ground/fingerprint.ts'
import { secretsNamed } from '../../src/toolbox/secrets.ts'

const secrets = secretsNamed(['secret', 'token'])
const print = fingerprint('a b')

describe('secrets', () => {
  test.each([
    ['secret=a+b&id=1', `secret=${print}&id=1`],
    ['https://localhost/x?id=1&secret=a%20b#top', `https://localhost/x?id=1&secret=${print}#top`],
    ['s%65cret=a%20b', `s%65cret=${print}`],
    ['secretly=a+b&secret=', 'secretly=a+b&secret='],
  ])('in the form %j are told by fingerprints', (text, kept) => {
    expect(secrets.inForm(text)).toBe(kept)
  })

  test.each([
    ['{"id": 1, "secret" : "a b"}', `{"id": 1, "secret" : "${print}"}`],
    ['<n:token kind="x">a b</n:token>', `<n:token kind="x">${print}</n:token>`],
    [
      '--x\r\nA: b; name="secret"\r\nC: d\r\n\r\na b\r\n--x--',
      `--x\r\nA: b; name="secret"\r\nC: d\r\n\r\n${print}\r\n--x--`,
    ],
    ['{"id":"secret","other":"a b"}', '{"id":"secret","other":"a b"}'],
  ])('in the body %j are told by fingerprints', (text, kept) => {
    expect(secrets.inBody(text)).toBe(kept)
  })

  test('in JSON end where their string ends', () => {
    const kept = secrets.inBody(JSON.stringify({ secret: 'one"two', id: 1 }))

    expect(kept).toMatch(/^\{"secret":"sha256:[\w-]{22}","id":1\}$/)
  })

  test('among fields are told by fingerprints', () => {
    expect(secrets.inFields({ secret: 'a b', id: '1' })).toEqual({ secret: print, id: '1' })
  })
})
