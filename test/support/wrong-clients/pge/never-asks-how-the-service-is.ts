import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'never reads the service status',
  differs: { habits: { isUp: async () => true } },
  on: ['outage'],
  fails: ['trouble/asks-service-status'],
  also: {
    'it never knows of the outage': ['trouble/stops-in-outage'],
  },
})
