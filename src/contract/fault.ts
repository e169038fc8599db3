import * as v from 'valibot'

/** What may go wrong with a call and its answer, by name. */
const callFaults = {
  delay: 'the answer comes later',
  drop: 'the connection closes without an answer',
  reset: 'the connection is reset',
  truncate: 'the answer breaks off in the middle',
  garble: 'some bytes of the answer are wrong',
  drip: 'the answer comes a few bytes at a time',
  duplicate: 'the answer comes twice',
  empty: 'the answer has no body',
  html: 'an HTML error page comes instead of the answer',
  refusal: 'the provider answers with one of its own refusals',
  early: 'what the call sets in motion happens, notices included, before it is answered',
} as const satisfies Record<string, string>

/** What may go wrong with a notice to the client, be it a request or a file, by name. */
const noticeFaults = {
  late: 'the notice goes out later',
  lost: 'the notice never goes out',
  twice: 'the notice comes twice',
  truncated: 'only the beginning of the notice arrives',
  misaddressed: 'the notice goes to an address beside the right one',
  distrust: 'the provider breaks TLS or SSH off, because it does not trust the certificate or key it is shown',
} as const satisfies Record<string, string>

/** What may go wrong on the way, by name. */
export const faultKinds = { ...callFaults, ...noticeFaults } as const
export type FaultKind = keyof typeof faultKinds
export type NoticeFaultKind = keyof typeof noticeFaults

/** Whether a fault of this kind strikes notices; all others strike calls. */
export function strikesNotices(kind: FaultKind): kind is NoticeFaultKind {
  return Object.hasOwn(noticeFaults, kind)
}

const kinds = Object.keys(faultKinds) as [FaultKind, ...FaultKind[]]

/** A duration that the machine's clock counts: no days, which differ in length. */
export const realDuration = v.pipe(
  v.string(),
  v.regex(
    /^PT(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?$/,
    'is not a duration in hours, minutes and seconds, such as PT2.5S.',
  ),
)
const whole = () => v.pipe(v.number(), v.integer())

const fields = v.strictObject({
  on: v.pipe(
    v.string(),
    v.nonEmpty(),
    v.description(
      'The endpoint that suffers, by name, or the kind of notice; `*` stands for anything: `meterShare.*`, `*`.',
    ),
  ),
  provider: v.optional(
    v.pipe(
      v.string(),
      v.description('Whose endpoint, in camelCase. Needed only when a scenario has several providers.'),
    ),
  ),
  kind: v.pipe(
    v.picklist(kinds),
    v.description(
      'What goes wrong. ' +
        Object.entries(faultKinds)
          .map(([kind, says]) => `${kind}: ${says}`)
          .join('. ') +
        '.',
    ),
  ),
  refusal: v.optional(v.pipe(v.string(), v.description('Kind refusal: which of the provider’s refusals, by name.'))),
  delay: v.optional(
    v.pipe(
      realDuration,
      v.description(
        'Kind delay: how long the answer is held back. Kind drip: how long it takes in all. Real time, divided by the world’s pace.',
      ),
    ),
  ),
  by: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^P(?=.)(\d+[YMWD])*(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/, 'is not a duration such as PT6H or P2D.'),
      v.description(
        'In the world’s time. Kind late: how much later the notice goes out. Kind twice: how much later it comes again; at once when left out.',
      ),
    ),
  ),
  times: v.optional(
    v.pipe(
      v.union([v.pipe(whole(), v.minValue(1)), v.literal('always')]),
      v.description('How many calls or notices suffer; 1 when left out. `always`: every one.'),
    ),
    1,
  ),
  after: v.optional(v.pipe(whole(), v.minValue(0), v.description('How many calls are let through first.')), 0),
  chance: v.optional(
    v.pipe(
      v.number(),
      v.minValue(0),
      v.maxValue(1),
      v.description('How likely each call suffers, from 0 to 1; drawn from the seed, whatever order calls arrive in.'),
    ),
  ),
  at: v.optional(
    v.pipe(
      v.number(),
      v.minValue(0),
      v.description(
        'Kinds truncate and truncated: where the body or file is cut. Below 1 a share of it (0.5 when left out), otherwise bytes.',
      ),
    ),
  ),
  loses: v.optional(
    v.pipe(
      v.picklist(['request', 'answer']),
      v.description(
        'Kinds drop, reset and html: `request` (when left out): the provider did nothing. `answer`: it did the work, and the client does not learn of it.',
      ),
    ),
  ),
  caller: v.optional(v.pipe(v.string(), v.description('Only calls of this caller, by the name the journal gives it.'))),
})

const needs: Partial<Record<FaultKind, 'refusal' | 'delay' | 'by'>> = {
  refusal: 'refusal',
  delay: 'delay',
  drip: 'delay',
  late: 'by',
}
const belongsTo: Partial<Record<keyof v.InferOutput<typeof fields>, readonly FaultKind[]>> = {
  refusal: ['refusal'],
  delay: ['delay', 'drip'],
  at: ['truncate', 'truncated'],
  loses: ['drop', 'reset', 'html'],
  by: ['late', 'twice'],
  caller: Object.keys(callFaults) as FaultKind[],
}

/** Trouble on the way, as data: armed by a scenario or the control API, counted, and drawn from the seed. */
export const faultSchema = v.pipe(
  fields,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const fault = dataset.value
    const need = needs[fault.kind]
    if (need !== undefined && fault[need] === undefined)
      addIssue({ message: `A fault of kind ${fault.kind} needs "${need}".` })
    for (const [field, owners] of Object.entries(belongsTo)) {
      const value = fault[field as keyof typeof fault]
      if (value === undefined || owners.includes(fault.kind)) continue
      const path = [{ type: 'object', origin: 'value', input: { ...fault }, key: field, value }] as const
      addIssue({
        message: `A fault of kind ${fault.kind} has no "${field}": it belongs to ${owners.join(', ')}.`,
        path: [...path],
      })
    }
  }),
)
/** A fault as a scenario or a person writes it. */
export type FaultSpec = v.InferOutput<typeof faultSchema>

/** Whether a fault's `on` means this endpoint. */
export function faultMeans({ on }: Pick<FaultSpec, 'on'>, endpoint: string): boolean {
  const pattern = on.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pattern.join('.*')}$`).test(endpoint)
}
