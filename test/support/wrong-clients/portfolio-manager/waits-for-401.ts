import { wrongClient } from '../wrong-client.ts'
import { goodManners } from '../../../../conformance/clients/portfolio-manager/service.ts'

export default wrongClient({
  does: 'sends its credentials only when it is asked for them',
  differs: {
    manners: {
      headers(setting, given, attempt) {
        const headers = goodManners.headers(setting, given, attempt)
        if (attempt === 0) headers.delete('authorization')
        return headers
      },
      pauseAfterRefusal: ({ status }) => (status === 401 ? 0 : undefined),
    },
  },
  on: ['direct-share'],
  fails: ['transport/credentials'],
})
