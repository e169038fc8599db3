import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Credential } from '../contract/provider.ts'
import type { TrustFiles } from '../toolbox/certificates/index.ts'

/** A variable for the client under test; one with `joinedBy` is a list, to which ours is added. */
export type ListedVariable = Credential & { joinedBy?: string }

const preload = fileURLToPath(new URL('../../conformance/client-proxy.cjs', import.meta.url))
const isSpaced = (text: string) => /\s/.test(text)
const nodeOption = `--require=${isSpaced(preload) ? JSON.stringify(preload) : preload}`
const thisMachine = 'localhost,127.0.0.1,::1'

/** What sends a client of any language through the proxy, and makes it trust what it meets there. */
export function proxyVariables(proxy: string, { caFile, trustStore, phpFolder }: TrustFiles): ListedVariable[] {
  const through = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy']
  const past = ['NO_PROXY', 'no_proxy']
  return [
    ...through.map((variable) => ({ variable, value: proxy, says: 'proxy for providers’ own host names' })),
    ...past.map((variable) => ({ variable, value: thisMachine, says: 'what needs no proxy', joinedBy: ',' })),
    { variable: 'WATTPROOF_PROXY_URL', value: proxy, says: 'the same proxy, for Node' },
    { variable: 'NODE_OPTIONS', value: nodeOption, says: 'leads Node there', joinedBy: ' ' },
    { variable: 'NODE_EXTRA_CA_CERTS', value: caFile, says: 'authority to trust, for Node' },
    { variable: 'REQUESTS_CA_BUNDLE', value: caFile, says: 'for Python requests' },
    { variable: 'CURL_CA_BUNDLE', value: caFile, says: 'for curl' },
    { variable: 'SSL_CERT_FILE', value: caFile, says: 'for Ruby, Go and whatever uses OpenSSL' },
    // The empty place before it stands for PHP's own folder.
    { variable: 'PHP_INI_SCAN_DIR', value: `${delimiter}${phpFolder}`, says: 'for PHP', joinedBy: '' },
    { variable: 'JAVA_TOOL_OPTIONS', value: javaOptions(proxy, trustStore), says: 'for Java', joinedBy: ' ' },
  ]
}

/** The variables as they are to be set where these are set already: lists keep what they hold. */
export function addedTo(
  env: Readonly<Record<string, string | undefined>>,
  variables: readonly ListedVariable[],
): Record<string, string> {
  const added = variables.map(({ variable, value, joinedBy }) => {
    const own = env[variable]
    if (joinedBy === undefined || !own) return [variable, value] as const
    return [variable, own.includes(value) ? own : `${own}${joinedBy}${value}`] as const
  })
  return Object.fromEntries(added)
}

function javaOptions(proxy: string, trustStore: string): string {
  const { hostname, port } = new URL(proxy)
  const settings = {
    'http.proxyHost': hostname,
    'http.proxyPort': port,
    'https.proxyHost': hostname,
    'https.proxyPort': port,
    'javax.net.ssl.trustStoreType': 'PKCS12',
    'javax.net.ssl.trustStore': trustStore,
  }
  const spelled = Object.entries(settings).map(([name, value]) => `-D${name}=${value}`)
  return spelled.map((word) => (isSpaced(word) ? `"${word}"` : word)).join(' ')
}
