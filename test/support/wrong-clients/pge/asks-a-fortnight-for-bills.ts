import { lastDays } from '../../../../conformance/clients/pge/setting.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for the bills of a fortnight',
  differs: { habits: { billWindow: ({ setting }) => lastDays(setting, 14) } },
  on: ['authorized'],
  fails: ['bills/thirty-days'],
  also: {
    'no bill is told': ['bills/amount', 'bills/held', 'bills/lines', 'bills/once', 'bills/period', 'bills/total'],
    'and 204 instead': ['readings/no-data'],
  },
})
