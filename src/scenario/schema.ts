import * as v from 'valibot'
import { faultSchema, realDuration } from '../contract/fault.ts'
import { limitModes } from '../contract/limit.ts'
import { instantMs } from '../ground/clock.ts'
import { isDay } from '../toolbox/calendar.ts'

const durationPattern = /^P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/
const instantExample = '2026-03-02T09:00:00-05:00'

/** Describes a word for help, the editor and the scenario page. */
const told = <S extends v.GenericSchema>(schema: S, says: string) => v.pipe(schema, v.description(says))
const filled = (says: string) =>
  told(
    v.pipe(
      v.string(),
      v.check((text) => text.trim() !== '', 'is empty. Write a few words.'),
    ),
    says,
  )

const duration = v.pipe(v.string(), v.regex(durationPattern, 'is not a duration such as PT15M, P1D or P13M.'))
const instant = v.pipe(v.string(), v.check(isInstant, `is not an instant: write ${instantExample}, or end it with Z.`))
const durationOrInstant = v.pipe(
  v.string(),
  v.check(
    (text) => durationPattern.test(text) || isInstant(text),
    `is neither a duration such as PT1H nor an instant such as ${instantExample}.`,
  ),
)
const zone = v.pipe(v.string(), v.check(isZone, 'is not a time zone: write a name such as America/New_York.'))

/** What a scenario may say of a limit: a mode, or its parts. */
export const limitSetting = v.union([
  told(v.picklist(limitModes), 'What the world does about this limit.'),
  v.strictObject({
    mode: v.optional(told(v.picklist(limitModes), 'Nothing, a finding in the journal, or a refusal.')),
    window: v.optional(told(duration, 'How long an allowance lasts.')),
    allowance: v.optional(told(v.pipe(v.number(), v.integer(), v.minValue(0)), 'How many calls a window allows.')),
    retryAfter: v.optional(told(v.boolean(), 'Whether the refusal says when to come back.')),
  }),
])

/** A scenario file but for what each provider's room says of its own parts. Unknown words are refused. */
export const scenarioFile = v.strictObject({
  id: told(
    v.pipe(
      v.string(),
      v.regex(
        /^[a-z0-9-]+(\/[a-z0-9-]+)*$/,
        'takes small letters, digits, dashes and slashes: provider/what-has-happened.',
      ),
    ),
    'The file’s name below scenarios/, without .yaml; named for what has happened when the story begins or ends.',
  ),
  title: filled('The story in one sentence.'),
  source: filled('Where the story comes from: a document and its section, an incident, a ticket.'),
  clock: told(
    v.strictObject({
      start: told(instant, 'The world’s time when the story begins, with its offset.'),
      zone: v.optional(
        told(zone, 'Where days and months are counted and times are printed; UTC when left out.'),
        'UTC',
      ),
    }),
    'The world’s own time.',
  ),
  seed: v.optional(
    told(
      v.union([v.pipe(v.string(), v.nonEmpty()), v.number()]),
      'Decides ids and chance; the id of the story when left out.',
    ),
  ),
  given: told(v.record(v.string(), v.unknown()), 'What is there when the story begins, by provider.'),
  dialect: v.optional(
    told(
      v.union([v.string(), v.record(v.string(), v.unknown())]),
      'How providers answer where sources contradict each other: a preset, or presets and switches by provider.',
    ),
  ),
  limits: v.optional(
    told(v.record(v.string(), v.record(v.string(), v.unknown())), 'What is done about each provider’s limits.'),
    {},
  ),
  faults: v.optional(told(v.array(v.unknown()), 'Trouble armed before the first step.'), []),
  steps: v.optional(told(v.array(v.unknown()), 'What happens then, in order.'), []),
})

const given = told(v.record(v.string(), v.unknown()), 'What the action, or the client, needs to know.')
const args = v.optional(given, {})

/** Each kind of step by its word. `with` is judged by the action's own schema; a client's is for the client to read. */
export const stepSchemas = {
  customer: told(
    v.strictObject({ customer: v.string(), with: args }),
    'A person does something on the provider’s pages: provider.action.',
  ),
  utility: told(
    v.strictObject({ utility: v.string(), with: args }),
    'The provider’s back office does something: provider.action.',
  ),
  client: told(
    v.strictObject({
      client: filled('What the client under test is asked for, in its own words.'),
      with: v.optional(given),
    }),
    'Asks the client under test to do something.',
  ),
  clock: told(v.strictObject({ clock: durationOrInstant }), 'Moves time on, and plays everything due on the way.'),
  fault: told(v.strictObject({ fault: faultSchema }), 'Arms trouble for calls to come.'),
  until: told(
    v.strictObject({
      until: v.pipe(
        v.strictObject({
          call: v.optional(told(v.string(), 'The client’s call of an endpoint; * stands for anything.')),
          step: v.optional(told(v.string(), 'An action somebody plays: provider.action.')),
          notice: v.optional(told(v.string(), 'A notice sent to the client.')),
          provider: v.optional(told(v.string(), 'Whose event; any provider’s when left out.')),
          outcome: v.optional(
            told(v.picklist(['done', 'refused']), 'How it must have ended; done when left out.'),
            'done',
          ),
        }),
        v.check(
          ({ call, step, notice }) => [call, step, notice].filter((event) => event !== undefined).length === 1,
          'An "until" waits for one event: write one of call, step, notice.',
        ),
      ),
      within: v.optional(told(realDuration, 'How long to wait, in real time.'), 'PT30S'),
    }),
    'Waits for an event in the journal since the step before began.',
  ),
} as const

/** A word that a step may begin with. */
export type StepWord = keyof typeof stepSchemas
/** Every such word, for whoever misspelt one. */
export const stepWords = Object.keys(stepSchemas) as [StepWord, ...StepWord[]]

function isInstant(text: string): boolean {
  try {
    instantMs(text)
    return isDay(text.slice(0, 10))
  } catch {
    return false
  }
}

function isZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
