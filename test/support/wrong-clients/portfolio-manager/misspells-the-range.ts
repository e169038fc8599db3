import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'misspells the parameters of a range',
  differs: { habits: { range: (first, last) => new URLSearchParams({ start: first, end: last }).toString() } },
  on: ['readings-corrected'],
  fails: ['readings/range-named'],
})
