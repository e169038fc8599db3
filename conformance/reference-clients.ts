import { moduleClient, type ClientUnderTest } from './client/index.ts'

type Made = { traits: readonly string[] }

/** The good client of each provider, as its makers would run it with those traits. */
export const referenceClients: Readonly<Record<string, (made: Made) => Promise<ClientUnderTest>>> = {
  'portfolio-manager': async ({ traits }) => {
    const { portfolioManagerClient } = await import('./clients/portfolio-manager/index.ts')
    const verifiesOwners = traits.includes('verifiesOwners')
    return moduleClient('the reference client', portfolioManagerClient({ verifiesOwners }), { traits })
  },
  pge: async ({ traits }) => {
    const { shareMyDataClient } = await import('./clients/pge/index.ts')
    return moduleClient('the reference client', shareMyDataClient(), { traits })
  },
  'enedis-data-connect': async ({ traits }) => {
    const { dataConnectClient } = await import('./clients/enedis-data-connect/index.ts')
    return moduleClient('the reference client', dataConnectClient(), { traits })
  },
  'enedis-sge': async ({ traits }) => {
    const { sgeClient } = await import('./clients/enedis-sge/index.ts')
    return moduleClient('the reference client', sgeClient(), { traits })
  },
}
