import type { Evidence, Turn } from '../../../evidence.ts'
import { callsOf, type Call } from './calls.ts'
import { all, textAt, treeOf, wholeText } from './feeds.ts'

type Told = { call: Call; usagePoint: string }
/** Whose agreement it is, as far as a customer feed told. */
export type ToldCustomer = Told & Partial<Record<'name' | 'account' | 'agreement' | 'class', string>>
export type ToldProgram = Told & { program: string; status: string }

type Feed = { call: Call; entries: { self: string; content: ReturnType<typeof treeOf> }[] }

const lists = new WeakMap<Evidence, readonly Feed[]>()

/** What is known of each agreement's customer at the end of a turn. */
export function customersBy(evidence: Evidence, { until }: Turn): ToldCustomer[] {
  const known = new Map<string, ToldCustomer>()
  for (const feed of feedsOf(evidence, /^retailCustomer\./))
    if (feed.call.id <= until) for (const customer of customersIn(feed)) known.set(customer.usagePoint, customer)
  return [...known.values()]
}

/** The programs of each agreement as they were told last by the end of a turn. */
export function programsBy(evidence: Evidence, { until }: Turn): ToldProgram[] {
  const known = new Map<string, ToldProgram[]>()
  for (const feed of feedsOf(evidence, /^programs\./))
    if (feed.call.id <= until) for (const [usagePoint, told] of programsIn(feed)) known.set(usagePoint, told)
  return [...known.values()].flat()
}

function feedsOf(evidence: Evidence, endpoints: RegExp): Feed[] {
  const known = lists.get(evidence) ?? read(evidence)
  lists.set(evidence, known)
  return known.filter(({ call }) => endpoints.test(call.endpoint ?? ''))
}

function read(evidence: Evidence): Feed[] {
  return callsOf(evidence)
    .filter(
      ({ endpoint, heard, status }) => heard && status === 200 && /^(retailCustomer|programs)\./.test(endpoint ?? ''),
    )
    .map((call) => {
      const text = wholeText(call.entry.response?.body)
      const selves = [...text.matchAll(/<[\w:]*link\b[^>]*rel="self"[^>]*>/g)].map(([link]) => link)
      // The feed has a link to itself before those of its entries.
      const addresses = selves
        .map((link) => /href="([^"]*)"/.exec(link)?.[1] ?? '')
        .filter((one) => /\/Customer\//.test(one))
      const entries = all(treeOf(text), 'feed', 'entry')
      return { call, entries: entries.map((content, at) => ({ self: addresses[at] ?? '', content })) }
    })
}

function customersIn({ call, entries }: Feed): ToldCustomer[] {
  const nameAt = (address: string, kind: string) => {
    const entry = entries.find(({ self, content }) => self === address && all(content, 'content', kind).length > 0)
    return entry && textAt(entry.content, 'content', kind, 'name')
  }
  const usagePoints = new Set(entries.flatMap(({ self }) => /^.*\/CustomerAgreement\/[^/]+/.exec(self)?.[0] ?? []))
  return [...usagePoints].map((self) => {
    const about = {
      name: nameAt(self.replace(/\/CustomerAccount\/.*$/, ''), 'Customer'),
      account: nameAt(self.replace(/\/CustomerAgreement\/.*$/, ''), 'CustomerAccount'),
      agreement: nameAt(self, 'CustomerAgreement'),
      class: textAt(entries.find((one) => one.self === self)?.content ?? {}, 'content', 'CustomerAgreement', 'type'),
    }
    const told = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined))
    return { call, usagePoint: self.replace(/^.*\//, ''), ...told }
  })
}

function programsIn({ call, entries }: Feed): [string, ToldProgram[]][] {
  return entries.map(({ self, content }) => {
    const usagePoint = /\/CustomerAgreement\/([^/]+)/.exec(self)?.[1] ?? ''
    const told = all(content, 'content', 'CustomerAgreement', 'DemandResponseProgram').map((program) => ({
      call,
      usagePoint,
      program: textAt(program, 'programName') ?? '',
      status: textAt(program, 'enrollmentStatus') ?? '',
    }))
    return [usagePoint, told]
  })
}
