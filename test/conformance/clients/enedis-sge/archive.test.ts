import { describe, expect, test } from 'vitest'
import { decrypted, filesIn, isZip, unpadded } from '../../../../conformance/clients/enedis-sge/archive.ts'
import { DamagedFile } from '../../../../conformance/clients/enedis-sge/trouble.ts'
import { flowKey, vectorOf } from '../../../../mocks/enedis/domain/flows/keys.ts'
import { sealedArchive } from '../../../../mocks/enedis/wire/flows/archive.ts'

const files = [{ name: 'one.xml', text: '<R50>é</R50>' }]
const at = '2026-11-16T07:00:04.000Z'
const iv = vectorOf('archive.zip', 'seed')

/** An archive by one scheme, and the key that opens it. */
function sealed(flowCipher: 'aes-256-own-iv' | 'aes-128-fixed-iv') {
  const cipher = flowKey(1, { seed: 'seed', flowCipher })
  const key = { key: cipher.key, iv: cipher.scheme === 'aes-128-fixed-iv' ? cipher.iv : null }
  return { bytes: sealedArchive(files, { at, sealing: { cipher, iv } }), key }
}

describe.each(['aes-256-own-iv', 'aes-128-fixed-iv'] as const)('an archive by %s', (scheme) => {
  const { bytes, key } = sealed(scheme)

  test('is opened with its key, and its files have their texts', () => {
    expect(filesIn(unpadded(decrypted(bytes, key)))).toEqual(files)
  })

  test('is no archive to whoever has another key', () => {
    const other = {
      key: key.key.replaceAll(/./g, (digit) => (15 - Number.parseInt(digit, 16)).toString(16)),
      iv: key.iv,
    }

    expect(isZip(decrypted(bytes, other))).toBe(false)
  })

  test.each([0.5, 0.93])('that broke off after %f of it is an archive that is damaged', (share) => {
    const half = decrypted(bytes.subarray(0, Math.floor(bytes.length * share)), key)

    expect(isZip(half)).toBe(true)
    expect(() => filesIn(unpadded(half))).toThrow(DamagedFile)
  })
})

test('an archive may come without being encrypted', () => {
  const plain = sealedArchive(files, { at, sealing: null })

  expect([isZip(plain), filesIn(plain)]).toEqual([true, files])
})
