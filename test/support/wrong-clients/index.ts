import { existsSync, readdirSync } from 'node:fs'
import { moduleClient, type ClientModule, type ClientUnderTest } from '../../../conformance/client/index.ts'
import { portfolioManagerClient } from '../../../conformance/clients/portfolio-manager/index.ts'
import { dataConnectClient } from '../../../conformance/clients/enedis-data-connect/index.ts'
import { sgeClient } from '../../../conformance/clients/enedis-sge/index.ts'
import { shareMyDataClient } from '../../../conformance/clients/pge/index.ts'
import type { Profile } from '../../../conformance/run.ts'
import type { WrongClient } from './wrong-client.ts'

export type { WrongClient } from './wrong-client.ts'

/** How a client differs from the good one, and what its makers say of it. */
type Made = { differs: unknown; traits?: readonly string[] | undefined }

/** The clients of each profile, good and wrong ones. */
const makers: Readonly<Record<string, (made: Made) => ClientModule>> = {
  'portfolio-manager': ({ differs, traits }) =>
    portfolioManagerClient({ verifiesOwners: traits?.includes('verifiesOwners') ?? false, ...(differs as object) }),
  pge: ({ differs }) => shareMyDataClient(differs as object),
  'enedis-data-connect': ({ differs }) => dataConnectClient(differs as object),
  'enedis-sge': ({ differs }) => inSetting(sgeClient(differs as object), differs as OfSetting),
}

type OfSetting = { env?: (env: Env) => Env }
type Env = Readonly<Record<string, string>>

/** A client that is run with other settings than those it was given. */
function inSetting({ asks, ...client }: ClientModule, { env: change }: OfSetting): ClientModule {
  if (change === undefined) return { asks, ...client }
  const changed = Object.entries(asks).map(([ask, turn]): [string, ClientModule['asks'][string]] => {
    return [ask, ({ env, say }) => turn({ env: change(env), say })]
  })
  return { asks: Object.fromEntries(changed), ...client }
}

/** A client of a profile that differs from the good one, or, with no difference, the good one itself. */
export function clientOf(profile: string, { differs, traits = [] }: Made = { differs: {} }): ClientUnderTest {
  const make = makers[profile]
  if (make === undefined) throw new Error(`Nobody makes clients of ${profile}: name its maker here.`)
  return moduleClient('client', make({ differs, traits }), { traits })
}

/** The story of a profile by its file's name. */
export function storyOf({ id, scenarios }: Pick<Profile, 'id' | 'scenarios'>, name: string): string {
  const story = scenarios.find((one) => one.endsWith(`/${name}`))
  if (story === undefined) throw new Error(`The profile ${id} has no story ${name}.`)
  return story
}

/** Every wrong client of a profile, by the name of its file. */
export async function wrongClients(profile: string): Promise<[name: string, client: WrongClient][]> {
  const folder = new URL(`${profile}/`, import.meta.url)
  const files = existsSync(folder) ? readdirSync(folder).sort() : []
  return Promise.all(
    files.map(async (file): Promise<[string, WrongClient]> => {
      const name = file.replace(/\.ts$/, '')
      const module = (await import(`./${profile}/${name}.ts`)) as { default: WrongClient }
      return [name, module.default]
    }),
  )
}
