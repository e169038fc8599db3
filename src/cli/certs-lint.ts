import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { CertificateContent, CertificatePolicy, CertificateRule } from '../contract/certificate.ts'
import { instantMs, isoInstant, machine } from '../ground/clock.ts'
import { UnknownWord } from '../ground/nearest.ts'
import { exit, UsageError } from './errors.ts'
import { paint, say, sayJson } from './terminal.ts'

const examples = `
Examples:
  $ wattproof certs lint client.pem --for sge-production
  $ wattproof certs lint client.pem --for sge-homologation --at 2027-01-04
  $ wattproof certs lint client.pem --for sge-production --json

FILE is PEM, with or without its chain, or DER; no key is needed, and none is read. Names are judged, signatures are not:
whether an authority stands behind its name, only the provider can tell. The exit code is 0 when nothing is refused,
1 when something is, and 2 when the file or the policy is none.`

type Asked = { for: string; at?: string; json?: true }
type Found = CertificateRule & { rule: string; says: string }

/** Adds the judge of certificates that clients bring to the real provider. */
export function defineLint(command: Command): void {
  command
    .summary('judges a certificate of your own, before the provider does')
    .description('Judges a certificate of your own by what a provider asks of it, before the provider does.')
    .argument('<file>', 'the certificate')
    .requiredOption('--for <policy>', 'what it would be for, such as sge-production')
    .option('--at <instant>', 'judge it as of that day or instant; now when left out')
    .option('--json', 'print it as JSON')
    .addHelpText('after', examples)
    .action(lint)
}

async function lint(file: string, { for: name, at, json }: Asked): Promise<void> {
  const now = instantOf(at)
  const policy = await policyNamed(name)
  const certificate = await certificateIn(file)
  const findings = policy
    .judge(certificate, { now })
    .map(({ rule, says }): Found => ({ rule, says, ...(policy.rules[rule] as CertificateRule) }))
  if (json) sayJson({ file, policy: name, at: now, certificate, findings })
  else say(...inWords(file, policy, { certificate, findings }))
  if (findings.some(({ level }) => level === 'refused')) process.exitCode = exit.clientFailed
}

function inWords(
  file: string,
  { title }: CertificatePolicy,
  { certificate, findings }: { certificate: CertificateContent; findings: readonly Found[] },
): string[] {
  const { subject, fingerprint } = certificate
  const whose = subject.commonName ?? subject.organization ?? 'nobody'
  const isRefused = findings.some(({ level }) => level === 'refused')
  const verdict = isRefused ? paint.red('refused') : paint.green('good')
  return [
    `${file}: ${verdict} for ${title}`,
    paint.dim(`  certificate of ${whose}, SHA-256 ${fingerprint}`),
    ...findings.map(
      ({ level, says, basis, source }) => `  ${levels[level]}: ${says} ${paint.dim(`(${source}; ${basis})`)}`,
    ),
  ]
}

const levels = { refused: paint.red('refused'), warning: paint.yellow('warning'), info: 'note' } as const

/** Every room is asked: which of them knows the name, nobody can tell before. */
async function policyNamed(wanted: string): Promise<CertificatePolicy> {
  const { providers } = await import('../../mocks/index.ts')
  const rooms = await Promise.all(providers.map((card) => card.open()))
  const policies = new Map(rooms.flatMap(({ room }) => Object.entries(room.certificatePolicies ?? {})))
  const found = policies.get(wanted)
  if (found) return found
  throw new UnknownWord(`There is no policy "${wanted}" for certificates.`, wanted, policies.keys())
}

async function certificateIn(file: string): Promise<CertificateContent> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} could not be read (${error.code ?? 'unknown'}): name the file of a certificate.`)
  })
  const { contentOf, UnreadableCertificate } = await import('../toolbox/certificates/index.ts')
  try {
    return contentOf(bytes)
  } catch (error) {
    if (error instanceof UnreadableCertificate) throw new UsageError(`${file} could not be judged: ${error.message}`)
    throw error
  }
}

function instantOf(at: string | undefined): string {
  if (at === undefined) return isoInstant(machine.now())
  return isoInstant(instantMs(/^\d{4}-\d\d-\d\d$/.test(at) ? `${at}T00:00:00Z` : at))
}
