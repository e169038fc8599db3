import { readdirSync } from 'node:fs'
import type { WrongClient } from './wrong-client.ts'

export type { WrongClient } from './wrong-client.ts'

/** Every wrong client of Portfolio Manager, by the name of its file. */
export async function wrongClients(): Promise<[name: string, client: WrongClient][]> {
  const files = readdirSync(new URL('portfolio-manager/', import.meta.url)).sort()
  return Promise.all(
    files.map(async (file): Promise<[string, WrongClient]> => {
      const module = (await import(`./portfolio-manager/${file.replace(/\.ts$/, '')}.ts`)) as { default: WrongClient }
      return [file.replace(/\.ts$/, ''), module.default]
    }),
  )
}
