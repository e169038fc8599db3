const handshakeRecord = 0x16
const clientHello = 1
const serverNameExtension = 0
const hostNameType = 0

/** As much as a handshake message may have; whoever sends more has no name for us. */
const longest = 65_536

/** Tells whether a connection that begins like this speaks TLS. No HTTP method begins with that byte. */
export function isTls(bytes: Uint8Array): boolean {
  return bytes[0] === handshakeRecord
}

/**
 * The name a client asks for in its ClientHello (RFC 8446, section 4.1.2; RFC 6066, section 3): null when it asks for
 * none or makes no sense, undefined while it has not said all of it.
 */
export function serverNameOf(bytes: Uint8Array): string | null | undefined {
  const message = handshakeIn(bytes)
  if (message === undefined) return bytes.length < longest ? undefined : null
  try {
    return message === null ? null : readName(new Reader(message))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The first handshake message, put together from the records it came in; undefined while it is not whole. */
function handshakeIn(bytes: Uint8Array): Uint8Array | null | undefined {
  let message = new Uint8Array()
  for (let at = 0; ;) {
    const { type, to } = recordAt(bytes, at)
    if (type !== undefined && type !== handshakeRecord) return null
    if (to > bytes.length) return undefined
    message = Buffer.concat([message, bytes.subarray(at + 5, to)])
    const [kind, high = 0, middle = 0, low = 0] = message
    if (message.length >= 1 && kind !== clientHello) return null
    const length = 4 + high * 65_536 + middle * 256 + low
    if (length > longest) return null
    if (message.length >= 4 && message.length >= length) return message.subarray(0, length)
    at = to
  }
}

/** A record's type and where it ends, which is beyond the bytes as long as its head is not there. */
function recordAt(bytes: Uint8Array, at: number): { type: number | undefined; to: number } {
  const [type, , , high, low] = bytes.subarray(at, at + 5)
  if (high === undefined || low === undefined) return { type, to: Number.POSITIVE_INFINITY }
  return { type, to: at + 5 + high * 256 + low }
}

function readName(message: Reader): string | null {
  message.skip(4 + 2 + 32)
  message.vector(1)
  message.vector(2)
  message.vector(1)
  if (message.isAtEnd) return null
  const extensions = message.vector(2)
  while (!extensions.isAtEnd) {
    const type = extensions.number(2)
    const body = extensions.vector(2)
    if (type === serverNameExtension) return hostNameIn(body.vector(2))
  }
  return null
}

function hostNameIn(names: Reader): string | null {
  while (!names.isAtEnd) {
    const type = names.number(1)
    const name = names.vector(2)
    if (type === hostNameType) return name.text
  }
  return null
}

/** Reads bytes in order; throws RangeError where they break off. */
class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  get text(): string {
    return Buffer.from(this.#bytes).toString('latin1')
  }

  skip(length: number): Uint8Array {
    const taken = this.#bytes.subarray(this.#at, this.#at + length)
    if (taken.length < length) throw new RangeError('The message breaks off.')
    this.#at += length
    return taken
  }

  number(bytes: number): number {
    return this.skip(bytes).reduce((sum, byte) => sum * 256 + byte, 0)
  }

  /** A part that says its own length first, in so many bytes. */
  vector(lengthBytes: number): Reader {
    return new Reader(this.skip(this.number(lengthBytes)))
  }
}
