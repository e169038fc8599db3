import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { up, type Up } from '../support/cli.ts'
import { hasTool } from '../support/tools.ts'

let folder: string
let running: Up
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattproof-own-names-enedis-'))
  running = await up(['enedis/data-connect/consented', '--frozen', '--proxy'])
})
afterAll(async () => {
  await running.stop()
  await rm(folder, { recursive: true })
})

/** What the client's own settings would be: its credentials and its customer's usage point. */
const settings = `
export CLIENT_ID="$WATTPROOF_ENEDIS_CLIENT_ID" CLIENT_SECRET="$WATTPROOF_ENEDIS_CLIENT_SECRET"
export PRM="$WATTPROOF_ENEDIS_PRM_CLAIRE_HOME"`

/** Runs a line in a shell that has taken `wattproof env --proxy` in, as a developer does. */
async function inShell(line: string): Promise<string> {
  const { out } = await running.speak('env', '--proxy')
  const script = `${out}${settings}\n${line}`
  return new Promise((done) => execFile('sh', ['-c', script], (_, stdout, stderr) => done(stdout + stderr)))
}

const gateway = 'https://gw.ext.prod.api.enedis.fr'
const week = 'dateDebut=2026-09-29&dateFin=2026-10-06'
const firstPoint = '2026-09-29 00:30:00'

/** A client as it runs in production: not a word of Wattproof, and nothing in it knows of a proxy. */
const nodeClient = `
const { CLIENT_ID, CLIENT_SECRET, PRM } = process.env
const granted = await fetch('${gateway}/oauth2/v3/token', {
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'client_credentials', client_id: CLIENT_ID, client_secret: CLIENT_SECRET }),
})
const { access_token } = await granted.json()
const asked = '${gateway}/mesure_synchrone_auto/v2/courbe_de_charge_consommation?${week}&pointId=' + PRM
const curve = await fetch(asked, { headers: { authorization: 'Bearer ' + access_token } })
const [{ points }] = (await curve.json()).grandeur
console.log(granted.status, curve.status, points.length, points[0].d)
const elsewhere = await fetch('https://example.com/')
console.log(elsewhere.status, await elsewhere.text())
`

const pythonClient = `
import os, requests
granted = requests.post('${gateway}/oauth2/v3/token', data={'grant_type': 'client_credentials',
    'client_id': os.environ['CLIENT_ID'], 'client_secret': os.environ['CLIENT_SECRET']})
curve = requests.get('${gateway}/metering_data_clc/v5/consumption_load_curve',
    params={'usage_point_id': os.environ['PRM'], 'start': '2026-09-29', 'end': '2026-10-06'},
    headers={'Authorization': 'Bearer ' + granted.json()['access_token'], 'Accept': 'application/json'})
readings = curve.json()['meter_reading']['interval_reading']
print(granted.status_code, curve.status_code, len(readings), readings[0]['date'])
try: requests.get('https://example.com/')
except requests.exceptions.ProxyError as e: print(e)
`

describe('a client with Enedis’s gateway written into it, unmodified', () => {
  test('in Node, takes a token and a load curve, and gets nowhere else', async () => {
    await writeFile(join(folder, 'client.mjs'), nodeClient)

    const [told, elsewhere] = (await inShell(`node ${join(folder, 'client.mjs')}`)).split('\n')

    expect(told).toBe(`200 200 336 ${firstPoint}`)
    expect(elsewhere).toMatch(/^403 Request to example\.com refused: /)
  })

  test('by curl, which HTTPS_PROXY leads here', async () => {
    const line = `
      token=$(curl -s -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials ${gateway}/oauth2/v3/token |
        sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
      curl -s -H "Authorization: Bearer $token" \
        "${gateway}/mesure_synchrone_auto/v2/courbe_de_charge_consommation?${week}&pointId=$PRM"
      curl -sv https://example.com/`

    const said = await inShell(`test -n "$HTTPS_PROXY" || exit 1\n${line}`)

    expect(said).toContain(`"d":"${firstPoint}"`)
    expect(said).toContain('403 Host is not in the sandbox')
  })

  test.runIf(hasTool('python3', '-c', 'import requests'))('in Python, by requests', async () => {
    await writeFile(join(folder, 'client.py'), pythonClient)

    const said = await inShell(`python3 ${join(folder, 'client.py')}`)

    expect(said).toMatch(new RegExp(`^200 200 336 ${firstPoint}\n.*403 Host is not in the sandbox`))
  })

  test('is told by each of its names, old and new, which environment it has reached', async () => {
    const names = {
      production: ['gw.prd.api', 'ext.prod.api', 'gw.ext.prod.api'],
      sandbox: ['gw.hml.api', 'ext.hml.api', 'ext.prod-sandbox.api', 'gw.ext.prod-sandbox.api'],
    }
    const sandbox = '-u "$WATTPROOF_ENEDIS_SANDBOX_CLIENT_ID:$WATTPROOF_ENEDIS_SANDBOX_CLIENT_SECRET"'
    const ask = (login: string, name: string) =>
      `curl -s -o /dev/null -w '%{http_code} ' ${login} -d grant_type=client_credentials https://${name}.enedis.fr/oauth2/v3/token`
    const both = (name: string) => `${ask('-u "$CLIENT_ID:$CLIENT_SECRET"', name)}\n${ask(sandbox, name)}`

    const asProduction = await inShell(names.production.map(both).join('\n'))
    const asSandbox = await inShell(names.sandbox.map(both).join('\n'))

    expect(asProduction).toBe('200 400 '.repeat(3))
    expect(asSandbox).toBe('400 200 '.repeat(4))
  })

  test('sends browsers to the consent page at its own name', async () => {
    const query = 'response_type=code&duration=P1Y&state=a1&client_id=$CLIENT_ID'
    const page = `https://mon-compte-particulier.enedis.fr/dataconnect/v2/oauth2/authorize?${query}`

    expect(await inShell(`curl -s "${page}"`)).toContain('<html lang="fr"')
  })

  test('comes to the web services of SGE under each of their names, with the certificate it is given', async () => {
    const { out: minted } = await running.speak('certs', '--out', folder)
    const showing = (kind: string) => `--cert ${join(folder, `${kind}.pem`)} --key ${join(folder, `${kind}-key.pem`)}`
    const names = ['sge-ws.enedis.fr', 'sge-b2b.enedis.fr', 'sge-b2b.erdf.fr']
    const inHomologation = ['sge-homologation-ws.enedis.fr', 'sge-homologation-b2b.enedis.fr']
    const ask = (name: string, shown: string) =>
      `curl -sS -o /dev/null -w '%{http_code} ' ${shown} 'https://${name}/RecherchePoint/v2.0?wsdl'`

    const within = await inShell([...names, ...inHomologation].map((name) => ask(name, showing('sge'))).join('\n'))
    const without = await inShell(ask('sge-ws.enedis.fr', ''))
    const expired = await inShell(ask('sge-ws.enedis.fr', showing('sge-expired')))

    expect(minted).toMatch(/^sge-expired +expired +\S+sge-expired\.pem$/m)
    expect(within).toBe('200 '.repeat(5))
    expect(without).toMatch(/alert certificate required/)
    expect(expired).toMatch(/reset by peer|not connected/)
  })
})
