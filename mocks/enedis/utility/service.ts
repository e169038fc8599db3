import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { applicationNamed, usagePointNamed, you } from '../domain/names.ts'
import { beginTrouble, endTrouble, everything, setGeneration, setTimings } from '../domain/service.ts'
import { refuse } from '../errors/index.ts'
import { apiNames, generations, type State } from '../model/index.ts'
import { duration, timings } from '../words.ts'

const generation = v.picklist(generations)
/** Left out: everything but tokens. */
const about = {
  usagePoint: v.optional(named('usagePoint')),
  api: v.optional(v.picklist([...apiNames, 'token'])),
}
const nameable = Object.entries(refuse.catalogue)
  .filter(([name, { says, status }]) => typeof says === 'string' && status >= 400 && !name.startsWith('sge'))
  .map(([name]) => name)

/** What Enedis's machines do: generations come and go, the platform fails and is mended. */
export const service = {
  openGeneration: action(
    {
      title: 'lets a generation of Data Connect answer',
      args: v.strictObject({ generation }),
      basis: 'observed',
      source: 'CAPTURE, v2 since 28 September 2026',
    },
    (state: State, { generation }) => {
      setGeneration(state, { generation, on: true })
      return { ...state.service.generations }
    },
  ),

  closeGeneration: action(
    {
      title: 'switches a generation of Data Connect off',
      args: v.strictObject({ generation }),
      basis: 'observed',
      source: 'ISSUES, v4 on 17 September 2023, v5 due two weeks after v2',
    },
    (state: State, { generation }) => {
      setGeneration(state, { generation, on: false })
      return { ...state.service.generations }
    },
  ),

  cutOver: action(
    {
      title: 'migrates: v5 off, v2 on, in one moment',
      args: v.strictObject({}),
      basis: 'observed',
      source: 'CAPTURE, the days of the switch, autumn 2026',
    },
    (state: State) => {
      setGeneration(state, { generation: 'v5', on: false })
      setGeneration(state, { generation: 'v2', on: true })
      return { ...state.service.generations }
    },
  ),

  fail: action(
    {
      title: 'answers a refusal in place of the right answer: everywhere, in one API, or for one usage point',
      args: v.strictObject({
        ...about,
        refusal: v.optional(v.picklist(nameable as [string, ...string[]]), 'technicalError'),
        /** For good when left out. */
        lasts: v.optional(duration),
      }),
      basis: 'observed',
      source: 'ISSUES, technical errors that last for days; refusals of one usage point only',
    },
    (state: State, { refusal, lasts, ...told }, house: EnedisHouse) => {
      const what = aboutOf(state, told)
      beginTrouble(state, { about: what, refusal, lasts }, house)
      return { fails: what }
    },
  ),

  recover: action(
    {
      title: 'answers rightly again',
      args: v.strictObject(about),
      basis: 'observed',
      source: 'ISSUES, technical errors end as they came',
    },
    (state: State, told) => {
      const what = aboutOf(state, told)
      endTrouble(state, what)
      return { recovers: what }
    },
  ),

  expireTokens: action(
    {
      title: 'has the tokens of an application expire now, before their time',
      args: v.strictObject({ application: v.optional(named('application'), you) }),
      basis: 'observed',
      source: 'ISSUES, tokens that were no longer good overnight',
    },
    (state: State, { application }, { now }: EnedisHouse) => {
      const clientId = applicationNamed(state, application)
      const living = Object.values(state.tokens).filter((one) => one.clientId === clientId && one.class !== 'refresh')
      for (const token of living) if (token.expiresAt > now) token.expiresAt = now
      return { expired: application }
    },
  ),

  setTimings: action(
    {
      title: 'changes how long things take at Enedis, and when readings are published',
      args: v.strictObject(timings),
      basis: 'observed',
      source: 'ISSUES, a revocation takes hours to go round; SWAGGER, published from about 08:00; the figures are ours',
    },
    (state: State, told) => {
      setTimings(state, told)
      return { ...state.settings }
    },
  ),
}

function aboutOf(
  state: State,
  { usagePoint, api }: { usagePoint?: string | undefined; api?: string | undefined },
): string {
  if (usagePoint !== undefined) return usagePointNamed(state, usagePoint)
  return api ?? everything
}
