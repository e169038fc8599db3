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
} as const satisfies Record<string, Switch>
