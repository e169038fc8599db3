import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Where } from './options.ts'
import { defineLint } from './certs-lint.ts'
import { Remote } from './remote.ts'
import { columns, paint, say } from './terminal.ts'

const examples = `
Examples:
  $ wattproof certs                            mints a set, and tells where it lies
  $ wattproof certs --out ./certs              copies it to where your client looks
  $ curl --cacert "$WATTPROOF_CA_FILE" --cert certs/expired.pem --key certs/expired-key.pem https://localhost:4714/

Certificates are good or bad at the time of the sandbox, which may be years away from yours. They are minted once for
each world, so that the one that is registered stays registered. The keys are worth nothing outside of this sandbox.

A certificate that you mean to use at the real provider is judged by "wattproof certs lint", see its own --help.`

type Certificate = { provider: string; kind: string; says: string } & Record<
  'certificatePem' | 'keyPem' | 'certificateFile' | 'keyFile',
  string
>

export function define(command: Command): void {
  command
    .description('Mints client certificates for a running sandbox: good ones, and one of each kind that is refused.')
    .option('--out <dir>', 'copy certificates and keys to this folder')
    .addHelpText('after', examples)
    .action(certs)
  defineLint(command.command('lint'))
}

async function certs({ out, ...where }: Where & { out?: string }): Promise<void> {
  const { certificates } = await new Remote(where).send<{ certificates: Certificate[] }>('POST', '/certificates')
  if (certificates.length === 0) return say('No provider of this story asks for client certificates.')
  const lying = out === undefined ? certificates : await copied(certificates, resolve(out))
  say(...columns(lying.map(({ kind, says, certificateFile }) => [paint.bold(kind), says, certificateFile])))
  say(paint.dim('The key of each lies beside it: "-key.pem" instead of ".pem".'))
}

/** With several providers in a story, each has a folder of its own. */
async function copied(certificates: readonly Certificate[], folder: string): Promise<Certificate[]> {
  const isShared = new Set(certificates.map(({ provider }) => provider)).size > 1
  const copies = certificates.map(async (one) => {
    const at = isShared ? join(folder, one.provider) : folder
    const files = { certificateFile: join(at, `${one.kind}.pem`), keyFile: join(at, `${one.kind}-key.pem`) }
    await mkdir(at, { recursive: true, mode: 0o700 })
    await writeFile(files.certificateFile, one.certificatePem)
    await writeFile(files.keyFile, one.keyPem, { mode: 0o600 })
    return { ...one, ...files }
  })
  return Promise.all(copies)
}
