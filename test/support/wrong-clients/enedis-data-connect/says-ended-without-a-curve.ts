import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'says of a consent without a curve that it is over',
  differs: {
    habits: {
      consentsKnown(run) {
        const hasCurve = (usagePoint = '') =>
          Object.keys(run.memory.points[usagePoint]?.flows.consumption.series.curve.days ?? {}).length > 0
        return (goodHabits.consentsKnown(run) as { usagePoint?: string }[]).map((consent) =>
          hasCurve(consent.usagePoint) ? consent : { ...consent, status: 'ended' },
        )
      },
    },
  },
  on: ['curve-never-activated'],
  fails: ['life/knows-active'],
})
