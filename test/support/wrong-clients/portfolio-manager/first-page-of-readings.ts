import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
import { answers, readAs } from '../../../../conformance/clients/portfolio-manager/wire.ts'

export default wrongClient({
  does: 'reads the first page of readings and takes the rest for granted',
  differs: {
    habits: {
      async readingsThere(run, meter) {
        const answer: unknown = await run.service.meterConsumptionDataGet(Number(meter), 1)
        const { meterConsumption } = readAs(answers.meterData, answer).meterData
        return meterConsumption.length < 120 ? meterConsumption : goodHabits.readingsOf(run, meter)
      },
    },
  },
  on: ['many-readings'],
  fails: ['paging/readings'],
})
