import * as v from 'valibot'
import { issueCertificate, wantedCertificates } from '../../client-certificates.ts'
import { worldRoute } from '../route.ts'

const wanted = v.strictObject({
  provider: v.optional(v.pipe(v.string(), v.description('Whose; every provider’s of the story when left out.'))),
  kind: v.optional(v.pipe(v.string(), v.description('Which; one of each kind when left out.'))),
})

/** Minting certificates for clients. */
export const certificateRoutes = [
  worldRoute(
    'POST /certificates',
    {
      name: 'certificate.issue',
      summary: 'Mints certificates for clients: good ones, and one of each kind that a provider refuses.',
      answers: 'Each certificate with provider, kind, what it is, PEM, key, and the files they lie in.',
      body: wanted,
    },
    async ({ world, body: { provider, kind } }) => {
      const providers = provider === undefined ? Object.keys(world.scenario.given) : [provider]
      const rooms = await Promise.all(providers.map((one) => world.rooms.open(one)))
      const asked = rooms.flatMap((open) => {
        const all = wantedCertificates(world, open)
        return (kind === undefined ? Object.keys(all) : [kind]).map((one) => ({ open, one, says: all[one]?.says }))
      })
      const issued = asked.map(async ({ open, one, says }) => {
        return { provider: open.provider, kind: one, says, ...(await issueCertificate(world, open, one)) }
      })
      return { certificates: await Promise.all(issued) }
    },
  ),
]
