import { goodManners } from '../../../../conformance/clients/pge/service.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'shows its certificate for the list of authorizations only after it was refused without',
  differs: {
    manners: {
      certificateFor: (setting, memory, call) =>
        call.url.endsWith('/Authorization') ? 'none' : goodManners.certificateFor(setting, memory, call),
      certificateAfterRefusal: (setting, shown) =>
        shown === 'none' ? 'current' : goodManners.certificateAfterRefusal(setting, shown),
    },
  },
  on: ['authorized'],
  fails: ['certificate/on-resource-calls'],
  also: {
    'its certificate is refused at first': ['certificate/does-not-hammer'],
  },
})
