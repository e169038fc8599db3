import type { Card } from '../../src/contract/provider.ts'

/** ENERGY STAR Portfolio Manager, as far as it is known before its room is opened. */
export const card = {
  id: 'portfolio-manager',
  title: 'ENERGY STAR Portfolio Manager',
  surfaces: [
    {
      id: 'api',
      http: 1,
      https: 11,
      hostNames: ['portfoliomanager.energystar.gov'],
      bases: ['/ws', '/wstest'],
      clientCertificate: 'none',
    },
  ],
  sources: {
    NRCAN:
      'Natural Resources Canada, ENERGY STAR Portfolio Manager web services: guide on connecting and sharing (French edition)',
    GUIDE: 'US EPA, How to Use Web Services: Connection and Sharing Guidance for Providers',
    TESTPDF: 'US EPA, Testing Web Services, edition of January 2025',
    DOC: 'US EPA, Portfolio Manager web services documentation, API pages of Live and Test, versions 22 to 25',
    ERR: 'US EPA, Portfolio Manager web services documentation, page Error Codes',
    FAQ: 'US EPA, Portfolio Manager help centre, sections Connection/Share Web Services and Sharing',
    THERM:
      'US EPA, Portfolio Manager technical reference, Thermal Energy Conversions, edition of 2015, as commonly quoted',
    RATIO: 'US EPA, Portfolio Manager technical reference, Source Energy, as commonly quoted',
    XSD26: 'US EPA, Portfolio Manager XML schemas, version 26.0',
    XSD4: 'US EPA, Portfolio Manager XML schemas, version 4.0',
    E2E: 'portfolio-manager (npm, MIT), live tests against the EPA test environment, 2026, connection and sharing',
    FIX: 'A public Ruby client of Portfolio Manager (MIT), recorded response bodies in its specs',
    REC: 'Real response bodies printed in the documentation of public clients',
    RUN: 'Third-party clients run unmodified against a local server',
  },
  verified: '2026-11-22',
  open: () => import('./room.ts'),
} as const satisfies Card
