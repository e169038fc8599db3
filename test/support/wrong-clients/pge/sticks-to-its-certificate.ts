import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'never shows the new certificate',
  differs: { manners: { certificateAfterRefusal: () => undefined } },
  on: ['certificate-renewed'],
  fails: ['certificate/takes-new'],
  also: {
    'it gets nothing any more': ['days/short'],
  },
})
