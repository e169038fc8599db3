import { Option, type Command } from 'commander'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'
import { say } from './terminal.ts'

const examples = `
Examples:
  $ eval "$(wattproof env)"                    into this shell
  $ wattproof env --format dotenv > .env.sandbox
  $ wattproof env --format powershell | Invoke-Expression
  $ wattproof env --port-base 4800             of another sandbox`

/** Spells environment variables for whoever reads them. */
export const formats = {
  sh: (env) => lines(env, (name, value) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`),
  dotenv: (env) => lines(env, (name, value) => `${name}="${value.replace(/["\\$]/g, '\\$&')}"`),
  json: (env) => JSON.stringify(env, null, 2),
  powershell: (env) => lines(env, (name, value) => `$env:${name} = '${value.replaceAll("'", "''")}'`),
} as const satisfies Record<string, (env: Record<string, string>) => string>

type Format = keyof typeof formats
type Variables = { variables: { variable: string; value: string }[] }

export function define(command: Command): void {
  command
    .description('Prints what your client must know of a running sandbox: addresses, logins, the authority to trust.')
    .addOption(new Option('--format <format>', 'how to spell it').choices(Object.keys(formats)).default('sh'))
    .addHelpText('after', examples)
    .action(async ({ format, ...where }: Where & { format: Format }) => {
      const { variables } = await new Remote(where).get<Variables>('/env')
      say(formats[format](Object.fromEntries(variables.map(({ variable, value }) => [variable, value]))))
    })
}

function lines(env: Record<string, string>, spell: (name: string, value: string) => string): string {
  return Object.entries(env)
    .map(([name, value]) => spell(name, value))
    .join('\n')
}
