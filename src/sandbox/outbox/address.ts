import { folderIn } from '../delivery/index.ts'
import { isLoopback } from '../listen/index.ts'
import type { Reach } from './outbox.ts'
import { withoutPasswords } from './told.ts'

/** Why a notice for this address stays in the outbox; null where it may go out. */
export function whyKept(to: string | null, { deliverTo = [], deposits }: Reach): string | null {
  if (to === null) return 'No address to deliver to.'
  if (isFolder(to)) return deposits === undefined ? noDeposits : null
  if (mayCall(to, deliverTo)) return null
  const host = URL.canParse(to) ? new URL(to).hostname : withoutPasswords(to)
  return `Not delivered to ${host}: only this machine is called, and hosts the operator allows by name.`
}

/** An address beside the right one: what a slip of the pen makes of it. */
export function besides(to: string): string {
  if (isFolder(to)) return `folder:${folderIn(to).replace(/\/+$/, '') || 'in'}-old`
  const url = new URL(to)
  url.pathname = `${url.pathname.replace(/\/$/, '')}-old`
  return url.href
}

const noDeposits =
  'Not delivered: this world has no folder for files. Start it with --deposits DIR, or take the file from the outbox.'

function isFolder(to: string): boolean {
  return /^folder:/i.test(to)
}

function mayCall(address: string, allowed: readonly string[]): boolean {
  if (!URL.canParse(address)) return false
  const { hostname, host } = new URL(address)
  return isLoopback(hostname.replace(/^\[|\]$/g, '')) || allowed.some((name) => name === hostname || name === host)
}
