import type { Switch } from '../../../src/contract/dialect.ts'

/** Where the sources disagree on the files that arrive by night. */
export const flows = {
  r4Step: {
    id: 'R34',
    question: 'In which step are the curves of R4Q, R4H and R4M?',
    values: ['byDate', '10', '5'],
    default: 'byDate',
    basis: 'inferred',
    source: 'FLOWGUIDE, 10 minutes, then 5. INF: 5 from the curve of 1 June 2026 on',
  },
  r4Rounding: {
    id: 'R35',
    question: 'How does a value of R4x become a whole number, before its rest is carried over?',
    values: ['truncated', 'nearest'],
    default: 'truncated',
    basis: 'documented',
    source:
      'FAQ, the rule of R4x: the integer part, the fraction carried. FAQ, of the meter itself: the nearest integer',
  },
  reactiveUnit: {
    id: 'R36',
    question: 'Which unit do reactive curves of R4x name?',
    values: ['kVAr', 'kWr'],
    default: 'kVAr',
    basis: 'observed',
    source: 'CAPTURE, kVAr. FLOWGUIDE: kWr',
  },
  flowCipher: {
    id: 'R37',
    question: 'How are files encrypted?',
    values: ['aes-256-own-iv', 'aes-128-fixed-iv'],
    default: 'aes-256-own-iv',
    basis: 'observed',
    source:
      'CLIENT, 256 bits with the vector in the first 16 bytes since June 2026; before, 128 bits with a fixed vector',
  },
  accessFiles: {
    id: 'A22',
    question: 'In which files is what services of access publish of curves and indexes?',
    values: ['subscriptions', 'R6x'],
    default: 'subscriptions',
    basis: 'inferred',
    source:
      'FLOWGUIDE, R50, R151, R4x and R171 by subscription, and R63A/B and R64A/B again and again; INF, which service brings which',
  },
  stopFiles: {
    id: 'A23',
    question: 'Does a file tell that a service was stopped?',
    values: ['off', 'on'],
    default: 'off',
    basis: 'inferred',
    source: 'SGEGUIDE, since 26.x a flow tells of stops. INF: neither its name nor its form is public, ours is a guess',
  },
  r64Ending: {
    id: 'A24',
    question: 'How does the name of the file in an archive of R64 end, in JSON?',
    values: ['json', 'JSON'],
    default: 'json',
    basis: 'observed',
    source: 'FLOWGUIDE, names in M023. CAPTURE, R64 of one integrator: in capitals',
  },
  m023Sibling: {
    id: 'A25',
    question: 'Does another file, which tells of the transfer, lie beside the one that M023 orders?',
    values: ['none', 'svc'],
    default: 'none',
    basis: 'observed',
    source: 'CLIENT, files whose names end in _svc.xml are passed over; INF, what stands in them',
  },
  m023Archives: {
    id: 'A21',
    question: 'Are the archives that M023 orders encrypted, as all others are?',
    values: ['plain', 'encrypted'],
    default: 'plain',
    basis: 'observed',
    source: 'SGECLIENT, some archives of M023 are plain: whether one is a zip is looked at first',
  },
} as const satisfies Record<string, Switch>

/** The answers in force on files: all that a rule about them may know of the dialect. */
export type FlowSettings = { readonly [Name in keyof typeof flows]: (typeof flows)[Name]['values'][number] }
