// Preloaded by a client under test (node --require wattproof/client-proxy): what would go to ports 80 and 443 of other
// machines goes to the sandbox's proxy, whichever library sends it and with whatever certificate; NO_PROXY is respected.
// It is required, not imported: workers made of a string do not wait for modules.
/* eslint-disable @typescript-eslint/no-require-imports -- see above */
const http = require('node:http')
const https = require('node:https')
const { isIP, Socket } = require('node:net')

const { WATTPROOF_PROXY_URL: proxy, NO_PROXY: upper, no_proxy: lower } = process.env

if (proxy) {
  const { hostname: host, port } = new URL(proxy)
  redirect({ host, port: Number(port) }, exceptions(`${upper || ''},${lower || ''}`))
  askInSecret({ host, port: Number(port) })
}

// Beneath every agent and dispatcher: many clients make their own, for their certificate. The proxy knows TLS and http
// by their first bytes and needs no CONNECT; names are not looked up, because what is left to connect to is a number.
function redirect(to, isExcepted) {
  const connect = Socket.prototype.connect
  Socket.prototype.connect = function (...args) {
    // Node hands its own calls on as a list in a list, which it must find again.
    const asked = Array.isArray(args[0]) ? args[0] : args
    const { options, rest } = wordsOf(asked)
    const { host, port, path } = options
    const isWeb = !path && (port === 80 || port === 443)
    if (!isWeb || isExcepted(host, port)) return connect.apply(this, args)
    // The proxy tells TLS connections apart by this name; whoever gave another sets it after us.
    if (isIP(host) === 0 && this.setServername) this.setServername(host)
    asked.splice(0, asked.length, { ...options, ...to, localAddress: undefined, localPort: undefined }, ...rest)
    return connect.apply(this, args)
  }
}

// connect(options, …), connect(port, …) and connect(port, host, …).
function wordsOf([first, second, ...others]) {
  const isObject = typeof first === 'object' && first !== null
  const named = !isObject && typeof second === 'string'
  const said = isObject ? first : { port: first, ...(named && { host: second }) }
  const options = { ...said, host: String(said.host || 'localhost').toLowerCase(), port: Number(said.port) }
  return { options, rest: named ? others : [second, ...others] }
}

// Older versions of axios ask a proxy for https addresses in plain text, and leave the client's certificate behind.
function askInSecret({ host, port }) {
  const request = http.request
  http.request = function (options, ...rest) {
    const { hostname, port: asked, path } = options
    const isForProxy = hostname === host && Number(asked) === port && /^https:/.test(path)
    if (!isForProxy) return request.call(this, options, ...rest)
    const url = new URL(path)
    const { https: agent } = options.agents || {}
    const target = { protocol: 'https:', host: url.hostname, hostname: url.hostname, port: url.port || 443 }
    return https.request({ ...options, ...target, path: url.pathname + url.search, agent }, ...rest)
  }
}

function exceptions(list) {
  const entries = list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  return (host, port) => isThisMachine(host) || entries.some((entry) => covers(entry, host, port))
}

function isThisMachine(host) {
  return host === '::1' || /(^|\.)localhost$/.test(host) || /^127(\.\d{1,3}){3}$/.test(host)
}

// `corp.example`, `.corp.example` and `*.corp.example` cover what lies below them too; `db:443` one port only.
function covers(entry, host, port) {
  const [, name = entry, only = ''] = (isIP(entry) === 0 && /^(.+):(\d+)$/.exec(entry)) || []
  const plain = name.replace(/^\*?\./, '')
  if (only !== '' && Number(only) !== port) return false
  return plain === '*' || host === plain || host.endsWith(`.${plain}`)
}
