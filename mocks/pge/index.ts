import type { Card } from '../../src/contract/provider.ts'

/** PG&E Share My Data, as far as it is known before its room is opened. */
export const card = {
  id: 'pge',
  title: 'PG&E Share My Data',
  surfaces: [
    {
      id: 'api',
      http: 4,
      https: 14,
      hostNames: ['api.pge.com'],
      bases: [''],
      clientCertificate: 'requested',
    },
    // The pages for customers and third parties: another name at PG&E, the same ports here.
    {
      id: 'pages',
      http: 4,
      https: 14,
      hostNames: ['sharemydata.pge.com'],
      bases: [''],
      clientCertificate: 'requested',
    },
  ],
  sources: {
    PAGE: 'PG&E, Share My Data, page for third-party developers, with its release notes of 2015 to March 2023',
    WIRE: 'Real response bodies in the fixtures of public clients, 2015 to 2022',
    GUIDE: 'PG&E, Share My Data Python development guide and vendor SDK',
    APIS: 'PG&E, Share My Data, tables Supported APIs and data groups',
    PROBE: 'Live anonymous calls to the gateway, July 2026',
    XSD: "PG&E's own schemas: ESPI derived of 21 August 2018, retail customer of 2 August 2018",
    HARN: 'Green Button Alliance, certification tests for Connect My Data, with a target configuration for PG&E',
    CLIENT: 'Behaviour that public clients of Share My Data rely on, read from their source',
    RUN: 'Public clients run unmodified against a local server with mutual TLS',
    RFC6749: 'IETF, RFC 6749, The OAuth 2.0 Authorization Framework',
    INF: 'No public source settles it; decided here',
  },
  verified: '2026-11-22',
  open: () => import('./room.ts'),
} as const satisfies Card
