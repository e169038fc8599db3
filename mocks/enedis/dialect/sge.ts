import type { Switch } from '../../../src/contract/dialect.ts'

/** Where the sources disagree on the web services of SGE, or say nothing. */
export const sge = {
  longCode: {
    id: 'R31',
    question: 'How is the code of seven characters, SGT4F10, sent, which the schema does not allow?',
    values: ['sendAsIs', 'truncate'],
    default: 'sendAsIs',
    basis: 'documented',
    source: 'ANNEX, SGT4F10. WSDL: a code has six characters',
  },
  m023Fault: {
    id: 'A10',
    question: 'How do the orders of M023 refuse?',
    values: ['plain', 'detail'],
    default: 'plain',
    basis: 'observed',
    source: 'SGECLIENT, a fault without detail: soap:Server, Erreur Technique MFI. WSDL: a fault with tec:erreur',
  },
  platform: {
    id: 'A11',
    question: 'Does the platform of homologation work, or fail where integrators found that it does?',
    values: ['repaired', 'faithful'],
    default: 'repaired',
    basis: 'inferred',
    source: 'CATALOGUE, SGT566 is expected of F375A-NR1. SGECLIENT: it gets SGT500, as do orders on C2 to C4 (R41)',
  },
  collectDuration: {
    id: 'R38',
    question: 'How long may an ordered service last?',
    values: ['perFamily', 'P1Y', 'P3Y'],
    default: 'perFamily',
    basis: 'documented',
    source: 'ANNEX, 4H4: one year. SGEGUIDE, 26.x: services of access, up to 36 months',
  },
  stopServicePath: {
    id: 'R42',
    question: 'Is the service that stops services also found under the name that the FAQ gives it?',
    values: ['wsdl', 'both'],
    default: 'wsdl',
    basis: 'documented',
    source: 'WSDL, CommandeArretServiceSouscritMesures. FAQ: CommandeArretServiceSouscrit',
  },
} as const satisfies Record<string, Switch>
