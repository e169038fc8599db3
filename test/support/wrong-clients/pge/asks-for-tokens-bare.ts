import { goodManners } from '../../../../conformance/clients/pge/service.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'shows its certificate for tokens only after it was refused without',
  differs: {
    manners: {
      certificateFor: (setting, memory, call) =>
        call.url.endsWith('/token') ? 'none' : goodManners.certificateFor(setting, memory, call),
      certificateAfterRefusal: (setting, shown) =>
        shown === 'none' ? 'current' : goodManners.certificateAfterRefusal(setting, shown),
    },
  },
  on: ['authorized'],
  fails: ['certificate/on-token-calls'],
  also: {
    'its certificate is refused at first': ['certificate/does-not-hammer'],
  },
})
