import type { Check } from '../../check.ts'
import { daysCheck } from './days-check.ts'

const longDay = daysCheck({
  id: 'pge/days/long',
  title: 'keeps all twenty-five hours of the day on which clocks go back',
  requirement: 'PGE-DAY-1',
  remedy: 'Know readings by their epoch second, not by the hour on the clock, which comes twice on that day.',
  of: ['long'],
  compares: ['held', 'count', 'hours', 'quantity'],
})

const shortDay = daysCheck({
  id: 'pge/days/short',
  title: 'keeps the twenty-three hours of the day on which clocks go forward, and adds none',
  requirement: 'PGE-DAY-2',
  remedy: 'That day has no hour from two to three: take the readings it has, and do not fill it up to twenty-four.',
  of: ['short'],
  compares: ['held', 'count', 'hours', 'quantity'],
})

const gaps = daysCheck({
  id: 'pge/days/gaps',
  title: 'leaves gaps in a day as gaps',
  requirement: 'PGE-DAY-3',
  remedy: 'An interval that is missing was not measured: zero would be a measurement. Keep the readings there are.',
  of: ['gap'],
  compares: ['held', 'count', 'quantity'],
})

const filled = daysCheck({
  id: 'pge/days/filled',
  title: 'fills in readings that come later for a day it knows',
  requirement: 'PGE-DAY-4',
  remedy:
    'A day told again may hold more than before: the next bill fills gaps. Store reading by reading, not day by day.',
  of: ['filled'],
  compares: ['held', 'count', 'quantity'],
})

const corrected = daysCheck({
  id: 'pge/days/corrected',
  title: 'puts corrected readings in the place of those before',
  requirement: 'PGE-DAY-5',
  remedy: 'What is told last of an instant holds: overwrite, do not keep the first and do not add.',
  of: ['corrected'],
  compares: ['held', 'count', 'quantity'],
})

const estimated = daysCheck({
  id: 'pge/days/estimated',
  title: 'puts measured readings in the place of estimates',
  requirement: 'PGE-DAY-6',
  remedy: 'Quality 8 and 9 are estimates, which the meter replaces later: take them, and overwrite them.',
  of: ['estimated'],
  compares: ['held', 'count', 'quantity'],
})

export const days: readonly Check[] = [longDay, shortDay, gaps, filled, corrected, estimated]
