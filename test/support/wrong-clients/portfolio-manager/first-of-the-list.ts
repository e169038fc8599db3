import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
import type { Run } from '../../../../conformance/clients/portfolio-manager/run.ts'

function isFirst({ memory }: Run, meter: string): boolean {
  return Object.keys(memory.meters)[0] === meter
}

export default wrongClient({
  does: 'uses the first meter of a list only, once it knows them',
  differs: {
    habits: {
      exchangeMeter: async (run, meter, holding) =>
        isFirst(run, meter) ? goodHabits.exchangeMeter(run, meter, holding) : undefined,
      visitMeter: async (run, meter) =>
        isFirst(run, meter) || run.memory.meters[meter]?.access === 'Read'
          ? goodHabits.visitMeter(run, meter)
          : undefined,
    },
  },
  on: ['many-readings'],
  fails: ['readings/each-meter'],
})
