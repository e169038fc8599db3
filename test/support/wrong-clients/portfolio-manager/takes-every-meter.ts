import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'reads every meter of a property, shared or not',
  differs: {
    habits: {
      async metersOn({ service }, property) {
        const all = (await service.meterMeterListGet(Number(property), false)) as unknown as {
          response: { links: { link: { '@_id': string }[] } }
        }
        return all.response.links.link.map((link) => link['@_id'])
      },
      async meetMeter(run, id, property) {
        await run.service.meterMeterGet(Number(id)).then(
          () => goodHabits.meetMeter(run, id, property),
          () => undefined,
        )
      },
    },
  },
  on: ['property-at-none', 'forward-share-refused'],
  fails: ['share/only-shared-meters'],
  also: { 'it is refused': ['access/does-not-insist'] },
})
