import type { Switch } from '../../../src/contract/dialect.ts'

/** Where the sources disagree on measures, their stamps, and how far back they go. */
export const measures = {
  stampZone: {
    id: 'R14',
    question: 'By which clock are the points of a curve stamped?',
    values: ['local', 'utc'],
    default: 'local',
    basis: 'documented',
    source: 'GUIDE, catalogue of the 2026 APIs: local time without offset. SWAGGER: UTC',
  },
  stampSide: {
    id: 'R15',
    question: 'Which end of its interval does the stamp of a point name?',
    values: ['c5End', 'c5Start', 'end', 'start'],
    default: 'c5End',
    basis: 'observed',
    source: 'CAPTURE, C5 and P4 at the end, C1 to C4 at the start. GUIDE, of v2: the other way round',
  },
  dstStamps: {
    id: 'R16',
    question: 'What becomes of the stamps that come twice on the long day of October?',
    values: ['keep', 'drop', 'merge'],
    default: 'keep',
    basis: 'inferred',
    source: 'ISSUES, stamps come twice without offset; Enedis does not mend it',
  },
  curveWindow: {
    id: 'R17',
    question: 'How long may the window of a curve be: seven days, less, or seven times 24 hours?',
    values: ['sevenDays', 'lessThanSeven', 'elapsed'],
    default: 'sevenDays',
    basis: 'observed',
    source: 'ISSUES, seven days are answered, and sometimes refused. SWAGGER: less than 7 days',
  },
  historyDepth: {
    id: 'R18',
    question: 'How much further back than its months does history reach?',
    values: ['15days', '16days', 'monthsOnly'],
    default: '15days',
    basis: 'documented',
    source: 'SWAGGER, 24 and 36 months and 15 days. FAQ: 24 and 36 months',
  },
  endToday: {
    id: 'R19',
    question: 'Is a window that ends today refused until the readings of yesterday are published?',
    values: ['accepted', 'refusedAtNight'],
    default: 'accepted',
    basis: 'observed',
    source: 'SWAGGER, accepted. ISSUES: refused at 00:41, answered at 08:30',
  },
  preActivationCurve: {
    id: 'A-CURVE',
    question: 'Who sees what the meter remembered of its curve before collection was activated?',
    values: ['sge', 'everywhere', 'none'],
    default: 'sge',
    basis: 'documented',
    source: 'FAQ, Data Connect serves the curve from its activation. CAPTURE, a history file begins earlier, hourly',
  },
  prmDigits: {
    id: 'R43',
    question: 'Must the check digits of a usage point number be right?',
    values: ['format', 'strict'],
    default: 'format',
    basis: 'documented',
    source: 'FAQ, the rule of the check digits. GUIDE: most fictitious usage points of the sandbox break it',
  },
} as const satisfies Record<string, Switch>

/** The answers in force on measures: all that a rule about them may know of the dialect. */
export type MeasureSettings = {
  readonly [Name in keyof typeof measures]: (typeof measures)[Name]['values'][number]
}
