import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { callsOf, type Call } from './facts/index.ts'
import { entriesIn } from './facts/entries.ts'

/** One observation for a whole story: which calls broke a rule of the transport. */
function noneOf(
  about: Omit<Check, 'judge' | 'level'>,
  broke: (call: Call, evidence: Evidence) => boolean,
  words: string,
): Check {
  return check({
    ...about,
    level: 'must',
    when: (evidence) => (callsOf(evidence).length === 0 ? [] : [callsOf(evidence)]),
    then: (evidence, calls) => {
      const bad = calls.filter((call) => broke(call, evidence))
      const [first] = bad
      const example = first === undefined ? '' : ` The first was ${first.method} ${first.path}.`
      const why = first?.entry.refusal === undefined ? '' : ` It was refused: ${first.entry.refusal.says}`
      return [
        {
          holds: bad.length === 0,
          says: `${bad.length} of ${calls.length} calls ${words}.${example}${why}`,
          rests: bad,
        },
      ]
    },
  })
}

export const transport: readonly Check[] = [
  noneOf(
    {
      id: 'portfolio-manager/transport/credentials',
      title: 'sends its credentials with each call',
      requirement: 'PM-LINE-1',
      remedy: 'Send Authorization: Basic with every request, not only after a 401.',
    },
    ({ status }) => status === 401,
    'came without valid credentials',
  ),
  noneOf(
    {
      id: 'portfolio-manager/transport/xml',
      title: 'sends XML and takes XML',
      requirement: 'PM-LINE-2',
      remedy: 'Send Content-Type: application/xml with every body, and accept application/xml.',
    },
    ({ status }) => status === 415 || status === 406,
    'sent or wanted something other than XML',
  ),
  noneOf(
    {
      id: 'portfolio-manager/transport/known-services',
      title: 'calls only services that exist',
      requirement: 'PM-LINE-3',
      remedy:
        'Look the service up: levels, transfers and requests of customers have none; people do those on the pages.',
    },
    ({ endpoint }) => endpoint === null,
    'were for a service that does not exist',
  ),
  noneOf(
    {
      id: 'portfolio-manager/transport/base-address',
      title: 'stays on the base address it was given',
      requirement: 'PM-LINE-4',
      remedy: 'Take the whole base address from your settings: /ws is live, /wstest is for tests.',
    },
    ({ entry }) => !/\/+wstest\//.test(new URL(entry.request.url).pathname),
    'went to another base than /wstest',
  ),
  noneOf(
    {
      id: 'portfolio-manager/transport/valid-bodies',
      title: 'sends bodies that are valid against the schemas',
      requirement: 'PM-LINE-5',
      remedy:
        'Read the details of -100. Often: estimatedValue is an attribute, address has attributes only, an empty note is none.',
    },
    (call) => call.entry.refusal?.code === '-100' && entriesIn(call).length <= 120,
    'had a body that is not valid',
  ),
]
