import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { keptBeside } from '../sge.ts'
import { wrongSge } from '../wrong-client.ts'

const wasClosed = keptBeside(() => ({ once: false }))

export default wrongSge({
  does: 'never calls again once homologation was closed',
  differs: {
    habits: {
      async sync(run) {
        if (!run.habits.isOpen(run)) wasClosed(run).once = true
        if (!wasClosed(run).once) await goodHabits.sync(run)
      },
    },
  },
  on: ['homologation-at-noon'],
  fails: ['hours/back-when-open'],
  also: {
    'it never asks for anything more': [
      'days/average-power',
      'days/end-stamped',
      'days/held',
      'days/none-invented',
      'days/steps',
      'days/watt-hours',
      'points/begins',
      'points/peaks-in-volt-amperes',
      'requests/depth',
      'requests/no-day-left-out',
      'requests/seven-days',
    ],
  },
})
