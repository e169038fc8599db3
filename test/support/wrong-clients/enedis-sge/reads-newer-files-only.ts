import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'reads no file that was written before the last it has read',
  differs: {
    habits: {
      arrived(run) {
        const stampOf = (name: string) => /_(\d{14})\./.exec(name)?.[1] ?? ''
        const flowOf = (name: string) => name.split('_')[1] ?? ''
        const isOlder = (name: string, than: string) => flowOf(than) === flowOf(name) && stampOf(than) > stampOf(name)
        const known = Object.keys(run.memory.files)
        return goodHabits
          .arrived(run)
          .filter(({ name }) => known.includes(name) || !known.some((one) => isOlder(name, one)))
      },
    },
  },
  on: ['file-late'],
  fails: ['files/late'],
})
