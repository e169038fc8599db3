import { createCipheriv, createDecipheriv } from 'node:crypto'

/**
 * How files are encrypted with AES in CBC mode, padded by PKCS7: with a key of 128 bits and an initialisation vector
 * that both sides hold for good, or with a key of 256 bits and a vector of its own at the head of each file.
 */
export type Cipher = { scheme: 'aes-128-fixed-iv'; key: string; iv: string } | { scheme: 'aes-256-own-iv'; key: string }

const block = 16
const algorithms = {
  'aes-128-fixed-iv': { name: 'aes-128-cbc', keyBytes: 16 },
  'aes-256-own-iv': { name: 'aes-256-cbc', keyBytes: 32 },
} as const satisfies Record<Cipher['scheme'], object>

/** Encrypts a file. Keys and vectors are hexadecimal; `iv` is the file's own, which a fixed vector needs not. */
export function encrypted(bytes: Uint8Array, cipher: Cipher, { iv }: { iv: string }): Uint8Array {
  const own = cipher.scheme === 'aes-256-own-iv'
  const vector = fromHex(own ? iv : cipher.iv, block, 'initialisation vector')
  const encryptor = createCipheriv(algorithms[cipher.scheme].name, keyOf(cipher), vector)
  const body = [encryptor.update(bytes), encryptor.final()]
  return new Uint8Array(Buffer.concat(own ? [vector, ...body] : body))
}

/** Decrypts a file, or throws: a wrong key shows by its padding, most of the time. */
export function decrypted(bytes: Uint8Array, cipher: Cipher): Uint8Array {
  const own = cipher.scheme === 'aes-256-own-iv'
  const vector = own ? bytes.subarray(0, block) : fromHex(cipher.iv, block, 'initialisation vector')
  const decryptor = createDecipheriv(algorithms[cipher.scheme].name, keyOf(cipher), vector)
  const parts = [decryptor.update(own ? bytes.subarray(block) : bytes), decryptor.final()]
  return new Uint8Array(Buffer.concat(parts))
}

function keyOf(cipher: Cipher): Buffer {
  return fromHex(cipher.key, algorithms[cipher.scheme].keyBytes, 'key')
}

function fromHex(text: string, bytes: number, what: string): Buffer {
  const read = Buffer.from(text, 'hex')
  if (read.length === bytes && text.length === bytes * 2) return read
  throw new RangeError(`The ${what} does not fit: it has to be ${bytes} bytes in ${bytes * 2} hexadecimal digits.`)
}
