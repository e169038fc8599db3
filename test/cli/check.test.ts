import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { project, up, wattproof } from '../support/cli.ts'

const curl = join(project, 'test/support/clients/curl-client.sh')
let folder: string

type Env = Record<string, string>

/** As a person does with curl. */
async function askTechnicalData(url: string, asked: string): Promise<void> {
  const operation = 'consulterDonneesTechniquesContractuelles'
  const namespace = `http://www.enedis.fr/sge/b2b/services/${operation.toLowerCase()}/v1.0`
  const body = `<s:Body><a:${operation} xmlns:a="${namespace}">${asked}</a:${operation}></s:Body>`
  await fetch(`${url}/ConsultationDonneesTechniquesContractuelles/v1.0`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
    body: `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">${body}</s:Envelope>`,
  })
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattproof-check-'))
})

afterEach(() => rm(folder, { recursive: true }))

describe('check', () => {
  test('judges one provider’s reference client on one story', async () => {
    const { code, out } = await wattproof(['check', 'pge', '--scenario', 'pge/first-authorization'])

    expect(out).toMatch(/^pge: the reference client\n/)
    expect(out).toMatch(/✓ .*\(pge\/oauth\/[a-z-]+\)/)
    expect(out).not.toContain('✗')
    expect(code).toBe(0)
  })

  test('tells a ten-line shell client what it did wrong and what to do', async () => {
    const stories = ['many-pending', 'direct-share', 'pending-shares'].flatMap((one) => [
      '--scenario',
      `portfolio-manager/${one}`,
    ])
    const report = join(folder, 'report.xml')

    const { code, out } = await wattproof([
      'check',
      'portfolio-manager',
      '--client',
      curl,
      ...stories,
      '--report',
      `junit=${report}`,
    ])

    expect(code).toBe(1)
    expect(out).toMatch(/✓ .*\(portfolio-manager\/connection\/answers-once\)/)
    expect(out).toMatch(
      /✗ .*\(portfolio-manager\/paging\/pending-meters\)\n.*In portfolio-manager\/many-pending\.\n +Evidence: #\d+ /,
    )
    expect(out).toMatch(/ {4}Source: .*\n {4}To do: /)
    expect(out).toContain('skipped: The client printed no "wattproof: {…}" line')
    expect(await readFile(report, 'utf8')).toMatch(
      /<testsuite name="portfolio-manager\/many-pending" tests="\d+" failures="[1-9]/,
    )
  })

  test('stops a client that hangs, and judges what it did', async () => {
    const args = ['--client', 'sleep 60', '--bound', '1', '--scenario', 'portfolio-manager/property-at-none']

    const { code, out } = await wattproof(['check', 'portfolio-manager', ...args])

    expect(code).toBe(1)
    expect(out).toContain('✗')
  })

  test.each([
    [['check', 'portfolio-manger'], 'Did you mean "portfolio-manager"?'],
    [
      ['check', '--client', 'true'],
      'Say whose client it is: wattproof check portfolio-manager or pge or enedis-data-connect or enedis-sge.',
    ],
    [
      ['check', 'portfolio-manager', '--scenario', 'portfolio-manager/pending-share'],
      'Did you mean "portfolio-manager/pending-shares"?',
    ],
    [['check', 'enedis-sge', '--list', '22.2'], 'There is no list "22.2". Did you mean "22.1"?'],
    [['check', 'pge', '--list', '22.1'], 'did you mean "wattproof check enedis-sge --list 22.1"?'],
    [['check', 'enedis-sge', '--list', '22.1', '--scenario', 'enedis/sge/agreed'], 'leave out --scenario'],
    [['check', 'portfolio-manager', '--report', 'pdf=x'], 'write junit=FILE, json=FILE or html=FILE'],
    [['check', 'portfolio-manager', '--client', 'true', '--trait', 'verifyOwners'], 'Did you mean "verifiesOwners"?'],
  ])('refuses %j in one sentence', async (args, says) => {
    const { code, err } = await wattproof(args)

    expect([code, err.trim().split('\n').length]).toEqual([2, 1])
    expect(err).toContain(says)
  })
})

describe('check --list', () => {
  test('rehearses one list, and ends with what is ready', async () => {
    const [page, xml] = [join(folder, 'report.html'), join(folder, 'report.xml')]
    const reports = ['--report', `html=${page}`, '--report', `junit=${xml}`]

    const { code, out } = await wattproof(['check', 'enedis-sge', '--list', '26.1', ...reports])

    expect(code).toBe(0)
    expect(out).toMatch(/^✓ CMD3-NR1 +09:05:00 +\d+ ms +SGT4L8 /m)
    expect(out).not.toContain('CMD2')
    const ready = out.slice(out.indexOf('Readiness for the homologation of Enedis SGE, catalogue 26.1'))
    const packages = ['Consultation', 'Commande', 'InfraJournalier', 'Historique']
    expect(ready.match(/package \w+: ready/g)).toEqual(packages.map((name) => `package ${name}: ready`))
    expect(ready).toMatch(/VPN SSL: not simulated[^]*SPICE/)
    expect(await readFile(page, 'utf8')).toContain('Package Historique, catalogue 26.1: ready')
    expect(await readFile(xml, 'utf8')).toContain('<testsuite name="26.1 package Commande" tests="18" failures="0"')
  })

  test('says which package is not ready for a client that makes nothing of a case', async () => {
    const { code, out } = await wattproof(['check', 'enedis-sge', '--list', '22.1', '--client', 'true'])

    expect(code).toBe(1)
    expect(out).toContain(
      'package Historique: not ready: F380-R1 (the client did not call commanderTransmissionHistoriqueMesures), ',
    )
  })
})

describe('report on a homologation', () => {
  test('tells which cases of a homologation somebody has made by hand', async () => {
    const sandbox = await up(['enedis/sge/homologation-22-1'])
    try {
      const { out: env } = await sandbox.speak('env', '--format', 'json')
      const { WATTPROOF_ENEDIS_SGE_HTTP_URL: url, WATTPROOF_ENEDIS_SGE_LOGIN: login } = JSON.parse(env) as Env
      const asked = `<pointId>99999999999999</pointId><loginUtilisateur>${login}</loginUtilisateur>`
      await askTechnicalData(`${url}`, `${asked}<autorisationClient>true</autorisationClient>`)

      const { out } = await sandbox.speak('report')

      expect(out).toMatch(/^✓ ADP-NR1 .* SGT401 /m)
      expect(out).toMatch(/^- ADP-R1 .* not made /m)
      expect(out).toContain('package Consultation: not ready: RP-R1 (not made), ')
    } finally {
      await sandbox.stop()
    }
  })

  test('judges the session of a running sandbox', async () => {
    const sandbox = await up(['portfolio-manager/pending-shares'])
    const page = join(folder, 'report.html')
    try {
      const { out: env } = await sandbox.speak('env', '--format', 'json')
      await promisify(execFile)(curl, { env: { ...process.env, ...(JSON.parse(env) as Record<string, string>) } })

      const { out } = await sandbox.speak('report', '--report', `html=${page}`)

      expect(out).toMatch(/^portfolio-manager: the running session\n/)
      expect(out).toMatch(/✓ .*\(portfolio-manager\/connection\/answers-once\)/)
      expect(await readFile(page, 'utf8')).toContain('<meta name="viewport"')
    } finally {
      await sandbox.stop()
    }
  })
})

describe('the client clock', () => {
  const clock = join(project, 'conformance/client-clock.js')
  const dates =
    'console.log(new Date().toISOString().slice(0, 10), Date.now() > 4e12, new Date(0).getTime(), new Date() instanceof Date)'

  test('shifts Date to the time of the story, and leaves a mark', async () => {
    const env = { ...process.env, WATTPROOF_NOW: '2099-05-04T12:00:00.000Z', WATTPROOF_STATE_DIR: folder }

    const { stdout } = await promisify(execFile)(process.execPath, ['--import', clock, '-e', dates], { env })

    expect(stdout).toBe('2099-05-04 true 0 true\n')
    expect(await readFile(join(folder, '.clock-shifted'), 'utf8')).toBe('')
  })
})
