import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks for services ten times in a run',
  differs: {
    habits: {
      pauseBeforeNextExchange: (attempt) => (attempt < 9 ? 1 : undefined),
    },
  },
  on: ['services-listed-later'],
  fails: ['services/asks-a-few-times'],
})
