import { isLoopback, type Refused } from '../listen/index.ts'

/** Why a host is not asked: there is no way out of the sandbox, and never will be. */
export function refusalFor(host: string, names: readonly string[]): Refused {
  const status = '403 Host is not in the sandbox'
  if (host === '') return { status, says: `Request refused: it names no host. ${standsIn(names)}` }
  if (isLoopback(host.replace(/^\[(.+)\]$/, '$1'))) {
    const remedy = 'Ask it without a proxy: NO_PROXY=localhost,127.0.0.1,::1'
    return {
      status,
      says: `Request to ${host} refused: this is the sandbox’s proxy, for providers’ own host names. ${remedy}`,
    }
  }
  const remedy = 'If your client must reach it, add it to NO_PROXY.'
  return { status, says: `Request to ${host} refused: ${standsIn(names)} ${remedy}` }
}

/** Why an address is not asked on a client's behalf: nobody but the client can show its certificate. */
export function refusalWithout(host: string): Refused {
  const remedy = 'Ask for a tunnel (CONNECT), and show it through that.'
  return {
    status: '403 Client certificate is wanted',
    says: `Request to ${host} refused: ${host} wants a client certificate, and none can come with a whole address. ${remedy}`,
  }
}

function standsIn(names: readonly string[]): string {
  return `this proxy answers for ${names.join(', ')} and never lets a request out.`
}
