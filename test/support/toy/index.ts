import type { Card } from '../../../src/contract/provider.ts'

/** A full provider in a hundred lines: what the house is tested with before any real one is written. */
export const card: Card = {
  id: 'toy-grid',
  title: 'Toy Grid',
  surfaces: [
    { id: 'api', http: 8, https: 18, hostNames: ['toy.example'], bases: ['/api', '/test'], clientCertificate: 'none' },
  ],
  sources: { TOY: 'The Toy Grid company, Handbook, 2026' },
  verified: '2026-11-22',
  open: () => import('./room.ts'),
}
