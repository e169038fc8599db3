import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'orders the past of a year where it is asked for more, and so is never refused',
  differs: {
    habits: {
      caseWords: (run, service, told) => {
        const words = goodHabits.caseWords(run, service, told)
        const { dateDebut, dateFin } = words
        if (!service.includes('Historique') || typeof dateDebut !== 'string' || typeof dateFin !== 'string')
          return words
        const aYearBefore = `${Number(dateFin.slice(0, 4)) - 1}${dateFin.slice(4)}`
        return { ...words, dateDebut: dateDebut < aYearBefore ? aYearBefore : dateDebut }
      },
    },
  },
  on: ['homologation-22-1', 'homologation-26-1'],
  fails: ['case/F380-NR1', 'case/F385B-NR1', 'case/MFI-GK-NR1'],
})
