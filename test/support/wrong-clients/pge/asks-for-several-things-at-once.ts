import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { goodManners, Service } from '../../../../conformance/clients/pge/service.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for several things at once',
  differs: {
    habits: {
      async review(run) {
        await goodHabits.review(run)
        const headers = new Headers({ authorization: `Bearer ${await run.habits.clientToken(run)}` })
        const call = { method: 'GET', url: run.habits.resource(run, 'ReadServiceStatus'), headers, body: undefined }
        const lines = [1, 2, 3, 4].map(
          () => new Service(run.setting, run.memory, { ...goodManners, pauseBetweenCalls: () => 0 }),
        )
        for (let times = 0; times < 3; times++) await Promise.all(lines.map((line) => line.send(call)))
        for (const line of lines) await line.close()
      },
    },
  },
  on: ['authorized'],
  fails: ['limits/one-a-second'],
})
