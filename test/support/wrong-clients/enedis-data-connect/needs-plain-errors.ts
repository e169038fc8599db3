import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'breaks down over a page of HTML',
  differs: {
    habits: {
      async visit(run, usagePoint) {
        const trouble = await goodHabits.visit(run, usagePoint)
        if (trouble?.message.includes('<html')) throw new TypeError('Unexpected token < in JSON')
        return trouble
      },
    },
  },
  on: ['error-page'],
  fails: ['trouble/any-body'],
})
