import { wrongClient } from '../wrong-client.ts'
import { goodManners } from '../../../../conformance/clients/portfolio-manager/service.ts'

export default wrongClient({
  does: 'has the live address built in',
  differs: {
    manners: { address: (setting, path) => goodManners.address(setting, path).replace('/wstest', '/ws') },
  },
  on: ['direct-share'],
  fails: ['transport/base-address'],
})
