import type { Card } from '../../src/contract/provider.ts'

/** Enedis, as far as it is known before its room is opened. */
export const card = {
  id: 'enedis',
  title: 'Enedis',
  surfaces: [
    // Production and sandbox, of today and of the years before; the application or the name tells which is meant.
    {
      id: 'data-connect',
      http: 2,
      https: 12,
      hostNames: [
        'gw.ext.prod.api.enedis.fr',
        'ext.prod.api.enedis.fr',
        'gw.prd.api.enedis.fr',
        'gw.ext.prod-sandbox.api.enedis.fr',
        'ext.prod-sandbox.api.enedis.fr',
        'ext.hml.api.enedis.fr',
        'gw.hml.api.enedis.fr',
      ],
      bases: [''],
      clientCertificate: 'none',
    },
    // Where customers consent: another name at Enedis, the same ports here.
    {
      id: 'consent',
      http: 2,
      https: 12,
      hostNames: ['mon-compte-particulier.enedis.fr'],
      bases: [''],
      clientCertificate: 'none',
    },
  ],
  sources: {
    FAQ: 'Enedis Datahub, FAQ for third parties',
    SWAGGER: 'Enedis, official Swagger documents of Data Connect and the 2026 APIs, republished in public repositories',
    GUIDE: 'Enedis, official guides to Data Connect and its sandbox, republished in public repositories',
    CAPTURE: 'Real replies of Data Connect, published by integrators in fixtures and captures',
    CLIENT: 'Behaviour that public clients of Data Connect rely on, read from their source',
    ISSUES: 'Public issue threads about clients of Data Connect, 2019 to 2026',
    RFC6749: 'IETF, RFC 6749, The OAuth 2.0 Authorization Framework',
    RFC7009: 'IETF, RFC 7009, OAuth 2.0 Token Revocation',
    INF: 'No public source settles it; decided here',
  },
  verified: '2026-11-22',
  open: () => import('./room.ts'),
} as const satisfies Card
