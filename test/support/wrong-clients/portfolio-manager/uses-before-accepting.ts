import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'reads a meter as soon as it is listed as pending',
  differs: {
    habits: {
      async answerMeters(run, asked) {
        for (const { meterId } of asked) await run.service.meterMeterGet(Number(meterId)).catch(() => undefined)
        await goodHabits.answerMeters(run, asked)
      },
    },
  },
  on: ['direct-share'],
  fails: ['share/waits-until-accepted'],
  also: { 'it is refused, and takes that well': ['access/does-not-insist'] },
})
