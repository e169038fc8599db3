import * as v from 'valibot'
import { limitModes, type LimitSetting } from '../../../contract/limit.ts'
import { durationMs } from '../../../toolbox/calendar.ts'
import type { OpenRoom } from '../../exchange.ts'
import type { World } from '../../world/index.ts'
import { worldRoute } from '../route.ts'

const dialectChange = v.strictObject({
  preset: v.optional(v.pipe(v.string(), v.description('Takes a whole set of answers; single switches go back to it.'))),
  switches: v.optional(v.pipe(v.record(v.string(), v.string()), v.description('Single answers, by switch.'))),
})

const limitChange = v.strictObject({
  mode: v.optional(v.pipe(v.picklist(limitModes), v.description('Nothing, a finding in the journal, or a refusal.'))),
  window: v.optional(v.pipe(v.string(), v.description('How long an allowance lasts: PT1M, P1D.'))),
  allowance: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.description('Calls in a window.'))),
  retryAfter: v.optional(v.pipe(v.boolean(), v.description('Whether the refusal says when to come back.'))),
})

/** Switches and limits. */
export const settingRoutes = [
  worldRoute(
    'GET /dialect',
    {
      name: 'dialect.read',
      summary: 'Tells where sources contradict each other, and which side each provider plays.',
      answers: 'By provider: preset, presets, and every switch with question, values, default, source and value.',
    },
    ({ world }) => Object.fromEntries(world.rooms.list().map((open) => [open.provider, dialectOf(world, open)])),
  ),
  worldRoute(
    'PATCH /dialect/:provider',
    {
      name: 'dialect.set',
      summary: 'Takes a preset, or sets single switches.',
      answers: 'The provider’s dialect as it is now.',
      body: dialectChange,
    },
    async ({ world, params, body }) => {
      const open = await world.rooms.open(params.provider)
      await world.setDialect(open.provider, body as { preset?: string; switches?: Record<string, string> })
      return dialectOf(world, open)
    },
  ),
  worldRoute(
    'GET /limits',
    {
      name: 'limit.list',
      summary: 'Tells how often each provider may be asked.',
      answers: 'By provider, every limit.',
    },
    ({ world }) => Object.fromEntries(world.rooms.list().map((open) => [open.provider, limitsOf(world, open)])),
  ),
  worldRoute(
    'PATCH /limits/:provider/:limit',
    {
      name: 'limit.set',
      summary: 'Changes what the world does about a limit.',
      answers: 'The provider’s limits as they are now.',
      body: limitChange,
    },
    async ({ world, params, body }) => {
      if (body.window !== undefined) durationMs(body.window)
      const open = await world.rooms.open(params.provider)
      await world.setLimit(open.provider, params.limit, body as LimitSetting)
      return limitsOf(world, open)
    },
  ),
]

function dialectOf(world: World, open: OpenRoom) {
  const { switches, presets, defaultPreset } = open.room.dialect
  const values = world.dialectOf(open)
  const described = Object.entries(switches).map(([name, about]) => [name, { ...about, value: values[name] }])
  return {
    preset: world.store.read(({ dialect }) => dialect[open.provider]?.preset) ?? defaultPreset,
    presets,
    switches: Object.fromEntries(described) as Record<string, unknown>,
  }
}

function limitsOf(world: World, { provider, room }: OpenRoom) {
  const settings = world.store.read(({ limits }) => limits[provider] ?? {})
  const limits = Object.entries(room.access.limits).map(([name, limit]) => [name, { ...limit, ...settings[name] }])
  return Object.fromEntries(limits) as Record<string, unknown>
}
