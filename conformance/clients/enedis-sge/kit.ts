import { Agent } from 'node:https'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, createClientAsync, HttpClient, type WSDL } from 'soap'
import { certificateAt } from './certificate.ts'
import type { Setting } from './setting.ts'
import { NoAnswer } from './trouble.ts'

/** The services that we call, by their operations, and where each is. */
export const paths = {
  consulterMesures: '/ConsultationMesures/v1.1',
  consulterMesuresDetaillees: '/ConsultationMesuresDetaillees/v2.0',
  consulterMesuresDetailleesV3: '/ConsultationMesuresDetaillees/v3.0',
  rechercherPoint: '/RecherchePoint/v2.0',
  consulterDonneesTechniquesContractuelles: '/ConsultationDonneesTechniquesContractuelles/v1.0',
  commanderCollectePublicationMesures: '/CommandeCollectePublicationMesures/v3.0',
  rechercherServicesSouscritsMesures: '/RechercheServicesSouscritsMesures/v1.0',
  commanderArretServiceSouscritMesures: '/CommandeArretServiceSouscritMesures/v1.0',
  commanderTransmissionDonneesInfraJ: '/CommandeTransmissionDonneesInfraJ/v1.0',
  commanderTransmissionHistoriqueMesures: '/CommandeTransmissionHistoriqueMesures/v1.0',
  commanderAccesDonneesMesures: '/CommanderAccesDonneesMesures/v1.0',
  commanderServicesAccesDonnees: '/CommandeServicesAccesDonnees/v1.0',
  commanderArretServicesAccesDonnees: '/CommandeArretServicesAccesDonnees/v1.0',
  commanderModificationOptionsServicesAccesDonnees: '/CommandeModificationOptionsServicesAccesDonnees/v1.0',
  commanderRenouvellementServicesAccesDonnees: '/CommandeRenouvellementServicesAccesDonnees/v1.0',
  rechercherServicesAccesDonnees: '/RechercheServicesAccesDonnees/v1.0',
  commandeHistoriqueDonneesMesuresFines: '/CommandeHistoriqueDonneesMesuresFines/v1.0',
  commandeHistoriqueDonneesMesuresFacturantes: '/CommandeHistoriqueDonneesMesuresFacturantes/v1.0',
  commandeInformationsTechniquesEtContractuelles: '/CommandeInformationsTechniquesEtContractuelles/v1.0',
} as const satisfies Record<string, string>
export type Operation = keyof typeof paths

export function isOperation(name: string): name is Operation {
  return Object.hasOwn(paths, name)
}

/** Descriptions that were read already: they do not change, and reading one takes longer than a call. */
const read = new Map<Operation, Promise<WSDL>>()

/** Clients of the services, made from their descriptions when they are first called. */
export class Kit {
  setting: Setting
  #agent: Agent | undefined
  readonly #clients = new Map<Operation, Client>()

  constructor(setting: Setting) {
    this.setting = setting
  }

  /** What is sent with each call beside its message. */
  get options(): object {
    const isSecure = this.setting.url.startsWith('https:')
    return { timeout: 25_000, proxy: false, ...(isSecure && { httpsAgent: this.#connections() }) }
  }

  /** soap's own security would make connections that nobody can close. */
  #connections(): Agent {
    const { authorityFile } = this.setting
    const shown = certificateAt(this.setting)
    return (this.#agent ??= new Agent({
      keepAlive: true,
      ...(shown && { cert: readFileSync(shown.certificateFile), key: readFileSync(shown.keyFile) }),
      ...(authorityFile && { ca: readFileSync(authorityFile) }),
    }))
  }

  /** True, where calling this service takes another call before, for its description. */
  isUndescribed(operation: Operation): boolean {
    return !read.has(operation) && this.#kept(operation) === undefined
  }

  async client(operation: Operation): Promise<Client> {
    const known = this.#clients.get(operation)
    if (known !== undefined) return known
    const described = read.get(operation) ?? this.#describe(operation)
    read.set(operation, described)
    described.catch(() => read.delete(operation))
    const client = new Client(await described, this.setting.url + paths[operation])
    this.#clients.set(operation, client)
    return client
  }

  /** Connections do not outlive a session of work: the next one shows its certificate anew. */
  close(): void {
    this.#agent?.destroy()
    this.#agent = undefined
  }

  async #describe(operation: Operation): Promise<WSDL> {
    const text = this.#kept(operation) ?? (await this.#fetch(operation))
    const { wsdl } = await createClientAsync(text, { disableCache: true })
    this.#keep(operation, text)
    return wsdl
  }

  #fetch(operation: Operation): Promise<string> {
    const url = `${this.setting.url}${paths[operation]}?wsdl`
    return new Promise((fetched, failed) => {
      const take = (error: Error | null, response?: { status: number }, body?: string) => {
        if (error) failed(error)
        else if (response?.status !== 200 || !body?.startsWith('<?xml'))
          failed(new NoAnswer(`${operation} has no description: ${response?.status} ${String(body).slice(0, 80)}`))
        else fetched(body)
      }
      void new HttpClient().request(url, null, take, {}, this.options).catch(() => undefined)
    })
  }

  #kept(operation: Operation): string | undefined {
    const { stateDir } = this.setting
    if (stateDir === undefined) return undefined
    try {
      return readFileSync(join(stateDir, 'wsdl', `${operation}.wsdl`), 'utf8')
    } catch {
      return undefined
    }
  }

  #keep(operation: Operation, text: string): void {
    const { stateDir } = this.setting
    if (stateDir === undefined) return
    mkdirSync(join(stateDir, 'wsdl'), { recursive: true })
    writeFileSync(join(stateDir, 'wsdl', `${operation}.wsdl`), text)
  }
}
