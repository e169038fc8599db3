import { describe, expect, test } from 'vitest'
import { keyNumbered } from '../../../../../../mocks/enedis/domain/sge/files/keys.ts'
import { flowKeysTold } from '../../../../../../mocks/enedis/seed/sge/flow-keys.ts'
import type { Deposit } from '../../../../../../mocks/enedis/views/index.ts'
import { decrypted } from '../../../../../../src/toolbox/aes.ts'
import { isZip } from '../../../../../../src/toolbox/zip.ts'
import { contract, openNights } from '../../../../../support/enedis-nights.ts'

const told = Object.fromEntries(flowKeysTold(contract).map(({ variable, value }) => [variable, value]))
const known = { scheme: 'aes-256-own-iv', key: told['WATTPROOF_ENEDIS_FLOW_KEY'] ?? '' } as const
const next = { scheme: 'aes-256-own-iv', key: told['WATTPROOF_ENEDIS_FLOW_KEY_NEXT'] ?? '' } as const
const former = {
  scheme: 'aes-128-fixed-iv',
  key: told['WATTPROOF_ENEDIS_FLOW_KEY_128'] ?? '',
  iv: told['WATTPROOF_ENEDIS_FLOW_IV'] ?? '',
} as const

/** Whether a key opens a file; a wrong one fails by its padding, or leaves no archive. */
function opens(deposit: Deposit | undefined, cipher: Parameters<typeof decrypted>[1]): boolean {
  try {
    return isZip(decrypted(Buffer.from(deposit?.bytes ?? '', 'base64'), cipher))
  } catch {
    return false
  }
}

function subscribed(switches: Record<string, string> = {}) {
  const nights = openNights({ switches })
  nights.subscribe(nights.point())
  return nights
}

describe('a file', () => {
  test('is opened by the key that its party was told, with its vector in front', () => {
    const nights = subscribed()
    nights.until('2026-11-03T12:00:00.000Z')

    const [deposit] = nights.deposits()
    expect([opens(deposit, known), opens(deposit, next), opens(deposit, former)]).toEqual([true, false, false])
    expect(deposit?.encryption).toEqual({ scheme: 'aes-256-own-iv', key: 1 })
  })

  test('is opened by key and vector of the former scheme where that is used', () => {
    const nights = subscribed({ flowCipher: 'aes-128-fixed-iv' })
    nights.until('2026-11-03T12:00:00.000Z')

    const [deposit] = nights.deposits()
    expect([opens(deposit, known), opens(deposit, former)]).toEqual([false, true])
  })

  test('is opened by the next key from the day on which keys change, which a letter tells before', () => {
    const nights = subscribed()

    nights.act('rotateKeys', { after: 'P2D' })
    nights.until('2026-11-05T12:00:00.000Z')

    const [letter, ...files] = nights.sent()
    expect(letter).toMatchObject({ kind: 'keyLetter', to: null, content: { number: 2, contract, ...next } })
    expect(files.map(({ content }) => [opens(content as Deposit, known), opens(content as Deposit, next)])).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ])
  })

  test('is opened by no key that anyone was told while a wrong one is used, and by the right one after', () => {
    const nights = subscribed()

    nights.act('useWrongKey', { files: 2 })
    nights.until('2026-11-05T12:00:00.000Z')

    expect(nights.deposits().map((deposit) => [opens(deposit, known), deposit.encryption?.key])).toEqual([
      [false, 0],
      [false, 0],
      [true, 1],
    ])
  })
})

test('keys differ by contract and number, and stay what they were', () => {
  const keys = [contract, '7654321' as typeof contract].flatMap((id) =>
    [1, 2].map((number) => keyNumbered(id, number, { flowCipher: 'aes-256-own-iv' }).key),
  )

  expect(new Set(keys).size).toBe(4)
  expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true)
  expect(keyNumbered(contract, 1, { flowCipher: 'aes-256-own-iv' }).key).toBe(known.key)
})
