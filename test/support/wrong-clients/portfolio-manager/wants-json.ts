import { wrongClient } from '../wrong-client.ts'
import { goodManners } from '../../../../conformance/clients/portfolio-manager/service.ts'

export default wrongClient({
  does: 'asks for JSON first',
  differs: {
    manners: {
      headers(setting, given, attempt) {
        const headers = goodManners.headers(setting, given, attempt)
        if (attempt === 0) headers.set('accept', 'application/json')
        return headers
      },
      pauseAfterRefusal: ({ status }) => (status === 406 ? 0 : undefined),
    },
  },
  on: ['direct-share'],
  fails: ['transport/xml'],
})
