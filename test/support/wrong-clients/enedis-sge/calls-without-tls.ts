import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'calls without TLS',
  differs: {
    env: (env) => ({ ...env, WATTPROOF_ENEDIS_SGE_URL: env['WATTPROOF_ENEDIS_SGE_HTTP_URL'] ?? '' }),
  },
  on: ['agreed'],
  fails: ['requests/certificate'],
})
