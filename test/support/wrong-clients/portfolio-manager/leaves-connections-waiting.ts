import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'leaves requests for a connection to a colleague',
  differs: { habits: { answerConnections: async () => {} } },
  on: ['transfer-asks-for-connection'],
  fails: ['connection/answered'],
  also: { 'it answers no connection': ['connection/answers-once'] },
})
