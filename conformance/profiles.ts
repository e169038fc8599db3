import { readRequirements } from './requirements.ts'
import type { Profile } from './run.ts'

/** What clients of each provider are tried on; checks load when they are asked for. */
export const profiles: Readonly<Record<string, () => Promise<Profile>>> = {
  'portfolio-manager': async () => {
    const [{ portfolioManager }, requirements] = await Promise.all([
      import('./checks/portfolio-manager/profile.ts'),
      readRequirements('portfolio-manager'),
    ])
    return { ...portfolioManager, requirements }
  },
}
