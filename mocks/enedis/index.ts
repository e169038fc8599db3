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
    // The web services of SGE, in production and in homologation, under the names of today and of the years before.
    {
      id: 'sge',
      title: 'Enedis SGE',
      http: 3,
      https: 13,
      hostNames: [
        'sge-ws.enedis.fr',
        'sge-b2b.enedis.fr',
        'sge-b2b.erdf.fr',
        'sge-homologation-ws.enedis.fr',
        'sge-homologation-b2b.enedis.fr',
      ],
      bases: [''],
      clientCertificate: 'required',
      hasOwnEndpoints: true,
    },
  ],
  sources: {
    FAQ: 'Enedis Datahub, FAQ for third parties',
    SWAGGER: 'Enedis, official Swagger documents of Data Connect and the 2026 APIs, republished in public repositories',
    GUIDE: 'Enedis, official guides to Data Connect and its sandbox, republished in public repositories',
    CAPTURE: 'Real replies of Data Connect, published by integrators in fixtures and captures',
    CLIENT: 'Behaviour that public clients of Data Connect rely on, read from their source',
    ISSUES: 'Public issue threads about clients of Data Connect, 2019 to 2026',
    SGEGUIDE: 'Enedis, official guides to the web services of SGE, republished in public repositories',
    WSDL: 'Enedis, official WSDL and XSD of the web services of SGE, republished in public repositories',
    ANNEX: 'Enedis, annex AX.0466 v1.5.0, return codes of the web services of SGE, republished in public repositories',
    CATALOGUE: 'Catalogues of the homologation tests of SGE, 21.3, 22.1 and 26.1, as public clients publish them',
    SGECLIENT: 'Behaviour that public clients of SGE rely on, read from their source and their test suites',
    FLOWGUIDE: 'Enedis, official guides to the data flows, republished in public repositories',
    RFC6749: 'IETF, RFC 6749, The OAuth 2.0 Authorization Framework',
    RFC7009: 'IETF, RFC 7009, OAuth 2.0 Token Revocation',
    INF: 'No public source settles it; decided here',
  },
  verified: '2026-11-22',
  open: () => import('./room.ts'),
} as const satisfies Card
