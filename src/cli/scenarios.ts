import type { Command } from 'commander'
import type { Linted } from '../scenario/lint/index.ts'
import { exit } from './errors.ts'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'
import { columns, paint, say } from './terminal.ts'

const examples = `
Examples:
  $ wattproof scenarios list
  $ wattproof scenarios lint ./my-story.yaml   what is wrong with it: file:line:column and the right word
  $ wattproof scenarios explain portfolio-manager/transfer-unconnected
                                               what will happen, and when
  $ wattproof scenarios explain                the story of the running sandbox`

export function define(command: Command): void {
  command
    .description('Lists the stories there are, checks your own, tells what happens in one.')
    .addHelpText('after', examples)
  command.command('list').description('lists the stories there are').action(list)
  command
    .command('lint')
    .description('says what is wrong with scenario files; exit code 2 when anything is')
    .argument('<file...>', 'files, or ids of shipped stories')
    .action(lint)
  command
    .command('explain')
    .description('tells what will happen in a story, and when')
    .argument('[scenario]', 'a file or an id; the running world’s story when left out')
    .action(explain)
}

async function list(): Promise<void> {
  const { listScenarios } = await import('../scenario/load.ts')
  const scenarios = await listScenarios()
  say(...columns(scenarios.map(({ id, title }) => [id, title])))
}

async function lint(files: string[]): Promise<void> {
  const [{ lintScenario }, { spelled }, { providers }] = await Promise.all([
    import('../scenario/load.ts'),
    import('../scenario/scenario.ts'),
    import('../../mocks/index.ts'),
  ])
  for (const file of files) {
    const { errors, warnings } = await lintScenario(file, { cards: providers }).catch(unread)
    for (const problem of errors) say(`${spelled(problem)} ${paint.red('(error)')}`)
    for (const problem of warnings) say(`${spelled(problem)} ${paint.yellow('(advice)')}`)
    if (errors.length > 0) process.exitCode = exit.usage
    else say(`${file}: ${paint.green('good')}`)
  }
}

/** A file that is not there is one more thing that is wrong, and the others are still looked at. */
function unread(error: unknown): Linted {
  if (error instanceof Error && error.name === 'ScenarioError')
    return { errors: [{ says: error.message }], warnings: [] }
  throw error
}

async function explain(scenario: string | undefined, where: Where): Promise<void> {
  if (scenario === undefined) {
    const { explained } = await new Remote(where).get<{ explained: string }>('/scenario')
    return say(explained.trimEnd())
  }
  const { shelf } = await import('./shelf.ts')
  say((await shelf.explain(await shelf.load(scenario))).trimEnd())
}
