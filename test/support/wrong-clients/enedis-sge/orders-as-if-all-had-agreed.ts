import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'orders with the word that the customer has agreed, whoever has',
  differs: {
    habits: {
      caseWords: (run, service, told) =>
        goodHabits.caseWords(run, service, 'accord' in told ? { ...told, accord: true } : told),
    },
  },
  on: ['homologation-22-1', 'homologation-26-1'],
  fails: ['case/F300C_O2_NR', 'case/F305_NR', 'case/ACCES-NR1', 'case/SAD-NR1'],
})
