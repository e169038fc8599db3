import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes every agreement for one of power',
  differs: {
    habits: {
      keepPoint(run, told, authorization) {
        goodHabits.keepPoint(run, { ...told, kind: '0' }, authorization)
      },
    },
  },
  on: ['authorized'],
  fails: ['walk/kind'],
})
