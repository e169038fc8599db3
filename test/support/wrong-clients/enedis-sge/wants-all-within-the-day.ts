import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'orders everything there is within the day, whatever is asked',
  differs: {
    habits: {
      caseWords: (run, service, told) => {
        const words = goodHabits.caseWords(run, service, told)
        return service === 'commanderTransmissionDonneesInfraJ' ? { ...words, ptd: true } : words
      },
    },
  },
  on: ['homologation-22-1', 'homologation-26-1'],
  fails: ['case/F375A-R1', 'case/F375A-NR1'],
})
