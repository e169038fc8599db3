import { askPython, pythonWith } from './python.ts'

/** A call for zeep to make: the description to build itself from, and what to send. */
export type ZeepCall = {
  wsdl: string
  operation: string
  body: unknown
  /** Where to send it, if not to the address in the description. */
  address?: string
  /** Header blocks by the names of their parts. */
  header?: unknown
  /** Files: whom to trust, and what to show of itself. */
  tls?: { ca: string; certificate: string; key: string }
}
/** What is first in the detail of a fault, and in which element. */
type Result = { in: string; code: string; says: string }
/** What zeep made of it: the reply and its header blocks as it read them, or the fault. */
export type ZeepResult =
  | { reply: unknown; header: unknown }
  | { fault: { code: string; text: string; detail: string | null; read: Result | null } }
  | { failed: string }

const python = pythonWith('zeep, lxml')

/** Whether zeep is on this machine. */
export const hasZeep = () => python !== undefined
export const zeepMissing = 'zeep was NOT TRIED, because it is not here: apt-get install python3-zeep'

/** Has zeep make calls, all in one process: it starts slowly. */
export const callWithZeep = (calls: readonly ZeepCall[]) => askZeep<ZeepResult[]>('call', calls)

/** Elements of descriptions as zeep sees them: every child with how often it may occur, and what it holds. */
export const outlineByZeep = (asked: readonly { wsdl: string; elements: readonly string[] }[]) =>
  askZeep<Record<string, unknown>[]>('outline', asked)

async function askZeep<Result>(what: string, about: unknown): Promise<Result> {
  if (!python) throw new Error(zeepMissing)
  return askPython<Result>(python, ['ask-zeep.py', what], about)
}
