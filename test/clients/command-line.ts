import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { PortfolioManager, PortfolioManagerApi } from 'portfolio-manager'
import type { Doors, HeldWorld } from '../../src/index.ts'

const run = promisify(execFile)
const program = new URL('../../node_modules/portfolio-manager/dist/cli.js', import.meta.url).pathname

/** The command line of the npm package `portfolio-manager`, unmodified, pointed at a sandbox as its users would. */
export async function commandLine(sandbox: HeldWorld<Doors>) {
  const env = await sandbox.env()
  const settings = {
    PM_ENDPOINT: `${env['WATTPROOF_PM_URL']}/`,
    PM_USERNAME: env['WATTPROOF_PM_USERNAME'],
    PM_PASSWORD: env['WATTPROOF_PM_PASSWORD'],
  }

  /** What a command prints; a command that fails throws with what it said. */
  async function says(words: string): Promise<string> {
    const { stdout } = await run(process.execPath, [program, ...words.split(' ')], {
      env: { ...process.env, ...settings },
    })
    return stdout.trim()
  }

  const client = new PortfolioManager(
    new PortfolioManagerApi(settings.PM_ENDPOINT, settings.PM_USERNAME ?? '', settings.PM_PASSWORD ?? ''),
  )
  return { client, says, tells: async <T>(words: string): Promise<T> => JSON.parse(await says(words)) as T }
}
