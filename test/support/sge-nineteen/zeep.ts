import type { SgeServiceName } from '../../../mocks/enedis/model/index.ts'
import { serviceNamed } from '../enedis-sge.ts'
import { officialWsdlOf } from '../soap/official.ts'
import { callWithZeep, type ZeepResult } from '../soap/zeep.ts'
import { acknowledgedIn, plain, type Heard } from './plain.ts'
import type { VillageByTls } from './village.ts'

/** Whose description zeep builds its client from. */
export type Described = 'by us' | 'by Enedis'
/** A call for zeep to make. */
export type Made = { name: SgeServiceName; body: object }

/** Has zeep call services, in one process for all. */
export async function callAllWithZeep(
  { origin, tls }: Pick<VillageByTls, 'origin' | 'tls'>,
  described: Described,
  calls: readonly Made[],
): Promise<Heard[]> {
  const results = await callWithZeep(
    calls.map(({ name, body }) => {
      const { path, operation } = serviceNamed(name)
      const address = origin + path
      const by = described === 'by us' ? { wsdl: `${address}?wsdl` } : { wsdl: officialWsdlOf(operation), address }
      return { ...by, operation, body, tls }
    }),
  )
  return results.map(heard)
}

function heard(result: ZeepResult): Heard {
  if ('failed' in result) return result
  if ('reply' in result) return { reply: plain(result.reply), acknowledged: acknowledgedIn(result.header) }
  const { code: by, text, read } = result.fault
  if (read !== null && !/^\{.+\}erreur$/.test(read.in)) return { failed: `${read.in} is first in the detail` }
  return { fault: { by, code: read?.code ?? null, says: read?.says ?? text } }
}
