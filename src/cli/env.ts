import { Option, type Command } from 'commander'
import { addedTo, type ListedVariable } from '../sandbox/client-variables.ts'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'
import { say } from './terminal.ts'

const examples = `
Examples:
  $ eval "$(wattproof env)"                    into this shell
  $ wattproof env --format dotenv > .env.sandbox
  $ wattproof env --format powershell | Invoke-Expression
  $ wattproof env --port-base 4800             of another sandbox
  $ eval "$(wattproof env --proxy)"            and send this shell's clients through its proxy (wattproof up --proxy)

With --proxy, Node, Python, curl, Ruby, PHP, Java and others reach the sandbox under the providers' own host names, and
nobody else: the proxy lets nothing out. Hosts that your client must reach beside it belong into NO_PROXY.`

/** Spells environment variables for whoever reads them. */
export const formats = {
  sh: (env) => lines(env, (name, value) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`),
  dotenv: (env) => lines(env, (name, value) => `${name}="${value.replace(/["\\$]/g, '\\$&')}"`),
  json: (env) => JSON.stringify(env, null, 2),
  powershell: (env) => lines(env, (name, value) => `$env:${name} = '${value.replaceAll("'", "''")}'`),
} as const satisfies Record<string, (env: Record<string, string>) => string>

type Format = keyof typeof formats
type Variables = { variables: ListedVariable[] }

export function define(command: Command): void {
  command
    .description('Prints what your client must know of a running sandbox: addresses, logins, the authority to trust.')
    .addOption(new Option('--format <format>', 'how to spell it').choices(Object.keys(formats)).default('sh'))
    .option('--proxy', 'with what sends a client of any language through the sandbox’s proxy')
    .addHelpText('after', examples)
    .action(async ({ format, proxy, ...where }: Where & { format: Format; proxy?: true }) => {
      const remote = new Remote(where)
      const { variables } = await remote.get<Variables>('/env')
      const through = proxy ? (await remote.get<Variables>('/proxy')).variables : []
      say(formats[format](addedTo(process.env, [...variables, ...through])))
    })
}

function lines(env: Record<string, string>, spell: (name: string, value: string) => string): string {
  return Object.entries(env)
    .map(([name, value]) => spell(name, value))
    .join('\n')
}
