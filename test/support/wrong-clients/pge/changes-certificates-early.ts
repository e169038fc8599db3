import { goodManners } from '../../../../conformance/clients/pge/service.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'shows the new certificate as soon as it has it',
  differs: {
    manners: {
      certificateFor: (setting, memory, call) =>
        call.url.endsWith('/token') ? 'next' : goodManners.certificateFor(setting, memory, call),
      certificateAfterRefusal: (_, shown) => (shown === 'next' ? 'current' : 'next'),
    },
  },
  on: ['certificate-renewed'],
  fails: ['certificate/keeps-old'],
})
