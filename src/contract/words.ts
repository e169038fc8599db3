import * as v from 'valibot'

/** Words that the stories and acts of every provider use. */
export const text = v.pipe(v.string(), v.nonEmpty())
export const day = v.pipe(
  v.string(),
  v.isoDate('Write a day: 2026-10-05.'),
  v.check(isInItsMonth, 'The calendar has no such day.'),
)
export const timeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day: 08:00.'))
/** Without white space, which URL would drop unseen and no header of a redirect takes. */
export const address = v.pipe(
  v.string(),
  v.url('Write an address: http://localhost:3000/callback.'),
  v.check((given) => !/\s/.test(given), 'An address has no white space.'),
)

/** Date takes 30 February for 2 March. What is no date at all, others complain of. */
function isInItsMonth(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.getUTCDate() === Number(day.slice(8))
}
