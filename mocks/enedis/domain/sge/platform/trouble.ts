import type { Look } from '../../../dialect/index.ts'
import type { SgeServiceName } from '../../../model/index.ts'
import type { Seen, SgeSender } from '../../../views/index.ts'
import { mustBeUntroubled } from '../../service.ts'

/** What trouble of SGE concerns: one service, one point, or everything when neither is named. */
export function aboutSge({
  service,
  point,
}: {
  service?: SgeServiceName | undefined
  point?: string | undefined
}): string {
  const one = service ?? point
  return one === undefined ? 'sge' : `sge/${one}`
}

/** Refuses what SGE has trouble with; of several troubles that of the narrowest thing is told. */
export function mustWork(state: Seen, { point, service }: SgeSender, look: Pick<Look, 'now'>): void {
  const ofPoint = point === undefined ? [] : [aboutSge({ point })]
  mustBeUntroubled(state, [...ofPoint, aboutSge({ service }), aboutSge({})], look)
}
