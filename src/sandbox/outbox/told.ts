import { createHash } from 'node:crypto'
import type { FileContent, FileDelivery } from '../../contract/notice.ts'
import { fingerprint } from '../../ground/fingerprint.ts'
import type { FileSent } from '../../ground/journal/index.ts'
import type { Patch } from '../../ground/store/index.ts'
import type { Notice } from '../world/state.ts'

/** A file as journal and listings tell of it. */
export function fileTold({ file, bytes }: FileDelivery): FileSent {
  return { name: file, ...measured(bytes) }
}

/** Whether the content of a notice holds a file. */
export function holdsFile(content: unknown): content is FileContent {
  if (typeof content !== 'object' || content === null) return false
  const { file, bytes } = content as Partial<FileContent>
  return typeof file === 'string' && typeof bytes === 'string'
}

/** A notice as listings show it: addresses without passwords, files without bytes. */
export function noticeTold(notice: Notice): Notice {
  return asTold({ ...notice, content: contentTold(notice.content) as object })
}

export function contentTold(content: unknown): unknown {
  if (!holdsFile(content)) return content
  return { ...content, bytes: measured(Buffer.from(content.bytes, 'base64')) }
}

/** A change as the journal keeps it: what it filed in the outbox has no bytes there either. */
export function patchTold({ path, ...patch }: Patch): Patch {
  const hide = path[0] === 'outbox' ? filedTold : <T>(value: T): T => value
  return asTold({
    ...patch,
    path,
    ...('value' in patch && { value: hide(patch.value) }),
    ...('was' in patch && { was: hide(patch.was) }),
  }) as Patch
}

/** Anything that a journal is about to keep, without the passwords in addresses that it holds. */
export function asTold<T>(value: T): T {
  if (typeof value === 'string') return withoutPasswords(value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return listTold(value) as T
  const entries = Object.entries(value)
  const told = listTold(entries.map(([, one]) => one as unknown))
  if (entries.every(([, one], at) => one === told[at])) return value
  return Object.fromEntries(entries.map(([name], at) => [name, told[at]])) as T
}

/** The password of every address in a text gives way to its fingerprint, which opens nothing. */
export function withoutPasswords(text: string): string {
  if (!text.includes('://')) return text
  const hide = (_: string, before: string, secret: string) => `${before}:${fingerprint(secret)}@`
  return wholeAddress.test(text) ? text.replace(wholeAddress, hide) : text.replace(addressWithin, hide)
}

const wholeAddress = /^([a-z][a-z\d+.-]*:\/\/[^/:@?#]*):([^/?#]+)@/i
const addressWithin = /\b([a-z][a-z\d+.-]*:\/\/[^/:@?#\s]*):([^/?#\s]+)@/gi

function listTold(list: readonly unknown[]): readonly unknown[] {
  const told = list.map(asTold)
  return told.every((one, at) => one === list[at]) ? list : told
}

function filedTold(value: unknown): unknown {
  if (holdsFile(value)) return contentTold(value)
  if (typeof value !== 'object' || value === null || !('content' in value)) return value
  return { ...value, content: contentTold(value.content) }
}

function measured(bytes: Uint8Array): Omit<FileSent, 'name'> {
  return { size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
}
