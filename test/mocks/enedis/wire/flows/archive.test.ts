import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { flowKey, vectorOf } from '../../../../../mocks/enedis/domain/flows/keys.ts'
import { sealedArchive } from '../../../../../mocks/enedis/wire/flows/archive.ts'
import { decrypted } from '../../../../../src/toolbox/aes.ts'
import { isZip, unzipped } from '../../../../../src/toolbox/zip.ts'
import { at, golden } from './samples.ts'

const files = [
  { name: 'one.xml', text: '<R50>é</R50>' },
  { name: 'two.xml', text: '<R50/>' },
]
const schemes = ['aes-256-own-iv', 'aes-128-fixed-iv'] as const
const keyOf = (flowCipher: (typeof schemes)[number], number = 1) => flowKey(number, { seed: 'seed', flowCipher })
const iv = vectorOf('archive.zip', 'seed')

const script = `
import sys, io, zipfile
z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert z.testzip() is None
print([(i.filename, i.date_time[:5], z.read(i).decode()) for i in z.infolist()])
`

describe.each(schemes)('an archive encrypted by %s', (scheme) => {
  const cipher = keyOf(scheme)
  const archive = sealedArchive(files, { at, sealing: { cipher, iv } })

  test('is decrypted by openssl and unpacked by Python', () => {
    const own = cipher.scheme === 'aes-256-own-iv'
    const vector = cipher.scheme === 'aes-256-own-iv' ? Buffer.from(archive.subarray(0, 16)).toString('hex') : cipher.iv
    const asked = ['enc', '-d', own ? '-aes-256-cbc' : '-aes-128-cbc', '-K', cipher.key, '-iv', vector]
    const zip = execFileSync('openssl', asked, { input: own ? archive.subarray(16) : archive })
    const seen = execFileSync('python3', ['-X', 'utf8', '-c', script], { input: zip, encoding: 'utf8' })

    expect(seen.trim()).toBe(
      "[('one.xml', (2026, 11, 16, 8, 0), '<R50>é</R50>'), ('two.xml', (2026, 11, 16, 8, 0), '<R50/>')]",
    )
  })

  test('is, to the byte, what was promised', async () => {
    const hex = Buffer.from(archive).toString('hex').replace(/.{64}/g, '$&\n')

    await expect(`${hex}\n`).toMatchFileSnapshot(golden(`archive-${scheme}.hex`))
  })

  test('is the same bytes each time, and no archive to whoever has another key', () => {
    const again = sealedArchive(files, { at, sealing: { cipher: keyOf(scheme), iv } })
    const other = keyOf(scheme, 2)
    const opened = () => {
      try {
        return isZip(decrypted(archive, other))
      } catch {
        return false
      }
    }

    expect(again).toEqual(archive)
    expect(other.key).not.toBe(cipher.key)
    expect(opened()).toBe(false)
  })
})

test('an archive that is not encrypted is a zip archive', () => {
  const archive = sealedArchive(files, { at, sealing: null })

  expect(unzipped(archive).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['one.xml', '<R50>é</R50>'],
    ['two.xml', '<R50/>'],
  ])
})

test('each archive has a vector of its own, the same in each run', () => {
  expect(vectorOf('archive.zip', 'seed')).toBe(iv)
  expect(iv).toMatch(/^[0-9a-f]{32}$/)
  expect(new Set([iv, vectorOf('other.zip', 'seed'), vectorOf('archive.zip', 'other')]).size).toBe(3)
})
