import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { decrypted, encrypted, type Cipher } from '../../src/toolbox/aes.ts'

const key = '000102030405060708090a0b0c0d0e0f'
const iv = 'f0e0d0c0b0a090807060504030201000'
const former: Cipher = { scheme: 'aes-128-fixed-iv', key, iv }
const present: Cipher = { scheme: 'aes-256-own-iv', key: key + key }
const own = { iv: '00112233445566778899aabbccddeeff' }
const text = 'R50, whose length is no multiple of sixteen'
const bytes = new TextEncoder().encode(text)

function openssl(algorithm: string, input: Uint8Array, secret: { key: string; iv: string }): string {
  const asked = ['enc', '-d', `-${algorithm}`, '-K', secret.key, '-iv', secret.iv]
  return execFileSync('openssl', asked, { input, encoding: 'utf8' })
}

describe('openssl decrypts', () => {
  test('a file of the former scheme with the key and vector that both sides hold', () => {
    expect(openssl('aes-128-cbc', encrypted(bytes, former, own), { key, iv })).toBe(text)
  })

  test('a file of the present scheme with the vector at its head', () => {
    const file = encrypted(bytes, present, own)

    expect(Buffer.from(file.subarray(0, 16)).toString('hex')).toBe(own.iv)
    expect(openssl('aes-256-cbc', file.subarray(16), { key: present.key, iv: own.iv })).toBe(text)
  })
})

test.each([former, present])('a file is padded to whole blocks, and read again: $scheme', (cipher) => {
  const head = cipher.scheme === 'aes-256-own-iv' ? 16 : 0

  const lengths = [0, 15, 16, 17].map((length) => {
    const file = encrypted(bytes.subarray(0, length), cipher, own)
    expect(decrypted(file, cipher)).toEqual(bytes.subarray(0, length))
    return file.length - head
  })

  expect(lengths).toEqual([16, 16, 32, 32])
})

test('another key does not open it', () => {
  const file = encrypted(bytes, present, own)

  expect(() => decrypted(file, { ...present, key: key.replace('00', '01') + key })).toThrow(/decrypt/i)
})

test('keys of another length are refused with the length they need', () => {
  expect(() => encrypted(bytes, { ...present, key }, own)).toThrow('32 bytes in 64 hexadecimal digits')
  expect(() => encrypted(bytes, { ...former, iv: 'zz' }, own)).toThrow('16 bytes in 32 hexadecimal digits')
})
