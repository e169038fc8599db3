import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

const stampOf = (name: string) => /_(\d{14})\./.exec(name)?.[1] ?? ''
const flowOf = (name: string) => name.split('_')[1] ?? ''

export default wrongSge({
  does: 'reads the newest file of each flow, and none that came to lie behind it',
  differs: {
    habits: {
      arrived(run) {
        const all = goodHabits.arrived(run)
        const isNewest = (name: string) =>
          !all.some((one) => flowOf(one.name) === flowOf(name) && stampOf(one.name) > stampOf(name))
        return all.filter(({ name }) => name in run.memory.files || flowOf(name) !== 'R50' || isNewest(name))
      },
    },
  },
  on: ['file-late'],
  fails: ['files/late'],
})
