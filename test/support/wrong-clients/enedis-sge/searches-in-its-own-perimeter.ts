import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'looks for points among those of its own customers only',
  differs: {
    habits: {
      caseWords: (run, service, told) => {
        const words = goodHabits.caseWords(run, service, told)
        return service === 'rechercherPoint' ? { ...words, rechercheHorsPerimetre: false } : words
      },
    },
  },
  on: ['homologation-22-1', 'homologation-26-1'],
  fails: ['case/RP-R1', 'case/RP-R2', 'case/RP-R3', 'case/RP-NR1', 'case/RP-NR2'],
})
