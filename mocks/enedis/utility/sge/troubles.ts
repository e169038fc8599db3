import * as v from 'valibot'
import { action, named } from '../../../../src/contract/action.ts'
import type { EnedisHouse } from '../../dialect/index.ts'
import { usagePointNamed } from '../../domain/names.ts'
import { beginTrouble, endTrouble } from '../../domain/service.ts'
import { aboutSge } from '../../domain/sge/platform/trouble.ts'
import { refuse } from '../../errors/index.ts'
import { sgeServices, type SgeServiceName, type State } from '../../model/index.ts'
import { duration } from '../../words.ts'

/** Left out: every service. */
const about = {
  service: v.optional(v.picklist(Object.keys(sgeServices) as [SgeServiceName, ...SgeServiceName[]])),
  usagePoint: v.optional(named('usagePoint')),
}
const nameable = Object.keys(refuse.catalogue).filter((name) => name.startsWith('sge')) as [string, ...string[]]

/** SGE fails, for hours at times, and is mended. */
export const troubles = {
  failSge: action(
    {
      title: 'has SGE answer a return code in place of the right answer: everywhere, in one service, or on one point',
      args: v.strictObject({
        ...about,
        refusal: v.optional(v.picklist(nameable), 'sgeTechnical'),
        /** For good when left out. */
        lasts: v.optional(duration),
      }),
      basis: 'observed',
      source: 'SGECLIENT, SGT500 of several services, and on valid calls',
    },
    (state: State, { refusal, lasts, ...told }, house: EnedisHouse) => {
      const what = whatOf(state, told)
      beginTrouble(state, { about: what, refusal, lasts }, house)
      return { fails: what }
    },
  ),

  recoverSge: action(
    {
      title: 'has SGE answer rightly again',
      args: v.strictObject(about),
      basis: 'observed',
      source: 'SGECLIENT, SGT500 of several services, which ended',
    },
    (state: State, told) => {
      const what = whatOf(state, told)
      endTrouble(state, what)
      return { recovers: what }
    },
  ),
}

function whatOf(
  state: State,
  { service, usagePoint }: { service?: SgeServiceName | undefined; usagePoint?: string | undefined },
): string {
  return aboutSge({ service, point: usagePoint === undefined ? undefined : usagePointNamed(state, usagePoint) })
}
