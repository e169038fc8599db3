import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes half a file for a file',
  differs: {
    habits: {
      readFile(run, file) {
        const kept = goodHabits.readFile(run, file)
        return kept.state === 'damaged' ? { state: 'read' } : kept
      },
    },
  },
  on: ['file-truncated'],
  fails: ['files/damaged-is-no-data'],
})
