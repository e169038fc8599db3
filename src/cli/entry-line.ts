import { isLoopback } from '../sandbox/listen/loopback.ts'
import type { Entry, Exchange, Step } from '../ground/journal/index.ts'
import { paint } from './terminal.ts'

/** Prints entries of one world, a line each. */
export function entryLines(zone: string): (entry: Entry) => string {
  // In Sweden a time is written as ISO 8601 writes it.
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  let second = { at: '', spelled: '' }
  return (entry) => {
    const at = entry.at.slice(0, 19)
    if (at !== second.at) second = { at, spelled: paint.dim(time.format(new Date(entry.at))) }
    return `${second.spelled}  ${told(entry)}`
  }
}

function told(entry: Entry): string {
  switch (entry.kind) {
    case 'exchange':
      return exchange(entry)
    case 'step':
      return step(entry)
    case 'clock':
      return paint.dim(entry.why === 'mode' ? 'clock: passes differently' : `clock: ${entry.why} to ${entry.to}`)
    case 'fault':
      return paint.dim(`fault: ${(entry.fault as { id: string }).id} ${entry.what}`)
    case 'notice':
      return `notice: ${entry.notice} ${entry.outcome}${because(entry.says)}`
    case 'change':
      return paint.dim(`change: ${entry.what}`)
    case 'finding':
      return paint.yellow(`finding: ${entry.finding}. ${entry.says}`)
  }
}

function exchange({ endpoint, request, response, caller, refusal, fault, defect }: Exchange): string {
  const status = response === null ? '---' : String(response.status)
  const { origin, hostname, pathname } = new URL(request.url)
  const place = isLoopback(hostname.replace(/^\[(.+)\]$/, '$1')) ? pathname : origin + pathname
  const words = [
    status.startsWith('2') ? paint.green(status) : paint.red(status),
    (endpoint ?? '(no endpoint)').padEnd(28),
    `${request.method} ${place}`,
    caller === null ? '' : paint.dim(`by ${caller}`),
    refusal ? paint.red(`${refusal.refusal}: ${refusal.says}`) : '',
    fault === undefined ? '' : paint.yellow(`fault: ${fault}`),
    defect === undefined ? '' : paint.red('a defect of ours: the journal has the details'),
  ]
  return words.filter((word) => word !== '').join('  ')
}

function step({ door, action, args, outcome, says, by }: Step): string {
  const how = outcome === 'done' ? '' : paint.red(`  ${outcome}${because(says)}`)
  const whose = by === 'agenda' ? paint.dim('  (it was due)') : ''
  return `${paint.bold(`${door}: ${action}`)}${spelledArgs(args)}${how}${whose}`
}

function spelledArgs(args: unknown): string {
  const words = Object.entries(args ?? {}).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return words.length === 0 ? '' : ` ${paint.dim(words.join(' '))}`
}

function because(says: string | undefined): string {
  return says === undefined ? '' : `: ${says}`
}
