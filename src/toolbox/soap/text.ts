import { SoapError } from './error.ts'

/** The declaration at the very beginning of a document, and the encoding it names. */
const declaration = /^(<\?xml[^>]*?)\s+encoding\s*=\s*["']([^"']+)["']/

/**
 * Reads the bytes of an envelope as text: in the encoding that its first bytes mark, or its announcement names, or its
 * own declaration, or else in UTF-8. The text says nothing of it any more. Source: RFC 7303, section 3.
 */
export function textOf(bytes: ArrayBuffer, contentType: string | undefined): string {
  const named = markedIn(bytes) ?? announcedIn(contentType) ?? declaredIn(bytes) ?? 'utf-8'
  return decoded(bytes, named).replace(declaration, '$1')
}

function markedIn(bytes: ArrayBuffer): string | undefined {
  const [first, second, third] = new Uint8Array(bytes, 0, Math.min(3, bytes.byteLength))
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined
}

function announcedIn(contentType = ''): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1]
}

/** A declaration is in ASCII, whatever follows it. */
function declaredIn(bytes: ArrayBuffer): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.slice(0, 200))
  return declaration.exec(head)?.[2]
}

function decoded(bytes: ArrayBuffer, encoding: string): string {
  const decoder = decoderOf(encoding)
  try {
    return decoder.decode(bytes)
  } catch {
    throw new SoapError(`The body says that it is in ${encoding}, and is not.`)
  }
}

function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new SoapError(`The body is in ${encoding}, which nobody here reads: send UTF-8.`)
  }
}
