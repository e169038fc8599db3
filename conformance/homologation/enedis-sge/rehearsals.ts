import type { Evidence } from '../../evidence.ts'
import type { Called, Rehearsal } from '../../readiness.ts'
import { storyOf } from './asked.ts'
import { lists, packages, type Case, type List, type PackageName } from './case.ts'
import { cases } from './index.ts'

/** What a case comes to in words, which check judges it, and which call that check looks at. */
export type Judging = {
  expects: (one: Case) => string
  checkOf: (id: string) => string
  called: (evidence: Evidence, one: Case) => Called | undefined
}

/** The rehearsal of each catalogue. Source: FAQ, packages and who helps; a VPN is homologated by itself. */
export function rehearsalsOf(judging: Judging): Rehearsal[] {
  return lists.map((list) => ({
    list,
    title: `homologation of Enedis SGE, catalogue ${list}`,
    scenario: storyOf[list],
    zone: 'Europe/Paris',
    packages: (Object.keys(packages) as PackageName[]).map((name) => packageOf(list, name, judging)),
    notSimulated: ['VPN SSL: not simulated. It needs a homologation of its own before production.'],
    help: [
      'An anomaly in production: SPICE. The homologation team does not handle incidents of production.',
      'Web services and their homologation: the mailbox of the homologation team.',
      'The contract: the mailbox for contracts of third parties.',
    ],
    called: (evidence, id) => {
      const one = cases.find((each) => each.id === id)
      return one && judging.called(evidence, one)
    },
  }))
}

function packageOf(list: List, name: PackageName, { expects, checkOf }: Judging): Rehearsal['packages'][number] {
  const listed = cases.filter((one) => one.package === name && one.lists.includes(list))
  return {
    name: packages[name],
    cases: listed.map((one) => {
      const { id, about, service, source, basis } = one
      const cited = basis === 'inferred' ? `${source} (our inference)` : source
      return { id, about, service, expects: expects(one), source: cited, check: checkOf(id) }
    }),
  }
}
