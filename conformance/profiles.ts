import { readRequirements } from './requirements.ts'
import type { Profile } from './run.ts'

/** What clients of each provider are tried on; checks load when they are asked for. */
export const profiles: Readonly<Record<string, () => Promise<Profile>>> = {
  'portfolio-manager': async () => {
    const { portfolioManager } = await import('./checks/portfolio-manager/profile.ts')
    return { ...portfolioManager, requirements: await readRequirements('portfolio-manager') }
  },
  pge: async () => {
    const { pge } = await import('./checks/pge/profile.ts')
    return { ...pge, requirements: await readRequirements('pge') }
  },
  'enedis-data-connect': async () => {
    const { enedisDataConnect } = await import('./checks/enedis-data-connect/profile.ts')
    return { ...enedisDataConnect, requirements: await readRequirements('enedis-data-connect') }
  },
  'enedis-sge': async () => {
    const { enedisSge } = await import('./checks/enedis-sge/profile.ts')
    return { ...enedisSge, requirements: await readRequirements('enedis-sge') }
  },
}
