import { describe, expect, test } from 'vitest'
import { addedTo, proxyVariables } from '../../src/sandbox/client-variables.ts'

const files = { caFile: '/tls/ca.pem', trustStore: '/tls/ca.p12', phpFolder: '/tls/php' }
const variables = proxyVariables('http://127.0.0.1:4709', files)
const spaced = proxyVariables('http://127.0.0.1:4709', { ...files, trustStore: '/my tls/ca.p12' })

describe('variables for clients that go through the proxy', () => {
  test('lead every language there', () => {
    expect(addedTo({}, variables)).toMatchObject({
      HTTPS_PROXY: 'http://127.0.0.1:4709',
      http_proxy: 'http://127.0.0.1:4709',
      NO_PROXY: 'localhost,127.0.0.1,::1',
      NODE_EXTRA_CA_CERTS: '/tls/ca.pem',
      NODE_OPTIONS: expect.stringMatching(/^--require=.*client-proxy\.cjs$/) as string,
      REQUESTS_CA_BUNDLE: '/tls/ca.pem',
      CURL_CA_BUNDLE: '/tls/ca.pem',
      SSL_CERT_FILE: '/tls/ca.pem',
      PHP_INI_SCAN_DIR: ':/tls/php',
      JAVA_TOOL_OPTIONS: expect.stringContaining('-Djavax.net.ssl.trustStore=/tls/ca.p12') as string,
    })
  })

  test('keep what lists hold, and add to them once', () => {
    const own = { NODE_OPTIONS: '--enable-source-maps', NO_PROXY: 'db.corp', PHP_INI_SCAN_DIR: '/etc/php' }

    const first = addedTo(own, variables)
    const second = addedTo({ ...own, ...first }, variables)

    expect(first.NODE_OPTIONS).toMatch(/^--enable-source-maps --require=/)
    expect([first.NO_PROXY, first.PHP_INI_SCAN_DIR]).toEqual(['db.corp,localhost,127.0.0.1,::1', '/etc/php:/tls/php'])
    expect(second).toEqual(first)
  })

  test('take the place of what is no list', () => {
    expect(addedTo({ HTTPS_PROXY: 'http://corp:3128' }, variables).HTTPS_PROXY).toBe('http://127.0.0.1:4709')
  })

  test('quote a path with spaces for Java', () => {
    expect(addedTo({}, spaced).JAVA_TOOL_OPTIONS).toContain(' "-Djavax.net.ssl.trustStore=/my tls/ca.p12"')
  })
})
