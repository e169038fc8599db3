import type { ContratId, SgeServiceName } from '../../model/index.ts'
import type { SgeSender } from '../../views/index.ts'

/** The words by which a service names whoever calls it. */
const logins = ['initiateurLogin', 'loginUtilisateur', 'loginDemandeur'] as const

/** Who a request says it is from, wherever its service has it said. */
export function senderOf(service: SgeServiceName, body: unknown): SgeSender {
  const [login] = logins.map((name) => wordIn(body, name)).filter((word) => word !== undefined)
  return {
    service,
    login,
    contract: wordIn(body, 'contratId') as ContratId | undefined,
    point: wordIn(body, 'pointId'),
  }
}

/** The first text of this name, however deep. */
function wordIn(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const own = (value as Readonly<Record<string, unknown>>)[name]
  if (typeof own === 'string') return own
  for (const part of Object.values(value)) {
    const found = wordIn(part, name)
    if (found !== undefined) return found
  }
  return undefined
}
