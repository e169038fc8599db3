import type { SgeEnvironment } from '../../model/index.ts'
import type { Seen } from '../../views/index.ts'

/** Which platform is asked: the name under which it is asked says it, and otherwise the story. */
export function environmentOf(state: Seen, hostName: string | null): SgeEnvironment {
  const name = hostName?.toLowerCase() ?? ''
  if (/^sge-homologation-(ws|b2b)\./.test(name)) return 'homologation'
  if (/^sge-(ws|b2b)\./.test(name)) return 'production'
  return state.sge.environment
}
