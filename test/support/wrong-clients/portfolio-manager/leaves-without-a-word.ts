import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'gives things back without a note',
  differs: { habits: { goodbye: () => ({ terminateSharingResponse: {} }) } },
  on: ['property-given-back', 'meters-given-back'],
  fails: ['leaving/with-note'],
})
