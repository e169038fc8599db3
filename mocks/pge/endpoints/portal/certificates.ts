import type { Call } from '../../../../src/contract/endpoint.ts'
import { formOf, sendPage, type Form } from '../../../../src/toolbox/html-page.tsx'
import { judgeCertificate } from '../../../../src/toolbox/certificates/index.ts'
import type { PgeVisit } from '../../access/index.ts'
import { uploadCertificate } from '../../domain/certificate.ts'
import { pacificDay } from '../../domain/pacific.ts'
import { refuse } from '../../errors/index.ts'
import type { Certificate } from '../../model/index.ts'
import { CertificatesPage, type Known } from '../../pages/portal/certificates.tsx'
import type { Told } from '../../pages/portal/frame.tsx'
import { dayInWords } from '../../pages/words.ts'
import { visitorOf } from '../browser.ts'
import { page } from '../door.ts'
import { forThirdParty } from './visitor.ts'

const path = '/portal/certificates'
const documented = {
  basis: 'documented',
  source: 'PAGE, mutual TLS; portal: the certificate takes days to take effect',
} as const

/** PG&E's certificate to take away, and the third party's own to replace. */
export const certificates = [
  page(`GET ${path}`, { name: 'portal.openCertificates', ...documented }, (c, visit) => show(c, visit, {})),
  page(`POST ${path}`, { name: 'portal.uploadCertificate', ...documented }, upload),
  page('GET /portal/pge-certificate.pem', { name: 'portal.downloadCertificate', ...documented }, async (c, visit) => {
    const pem = await visit.ownCertificate()
    if (pem === null) throw refuse.notFound()
    c.set('sent', pem)
    return c.body(pem, 200, {
      'content-type': 'application/x-pem-file',
      'content-disposition': 'attachment; filename="pge-certificate.pem"',
    })
  }),
]

async function upload(c: Call, visit: PgeVisit): Promise<Response> {
  const visitor = visitorOf(c, visit, 'thirdParty')
  if (!visitor) return show(c, visit, {})
  const certificate = certificateIn(await formOf(c), visit)
  if (certificate === undefined) return show(c, visit, { alert: 'This is no certificate: upload a PEM file.' })
  visit.store.change((state, house) => uploadCertificate(state, { clientId: visitor.clientId, certificate }, house))
  return show(c, visit, { done: 'Your certificate was uploaded. Keep using the old one until an e-mail confirms it.' })
}

/** The certificate of a form, by its fingerprint; undefined where there is none that can be read. */
export function certificateIn(form: Form, { now, trust }: PgeVisit): Omit<Certificate, 'uploadedAt'> | undefined {
  const pem = [form.one('file'), form.one('pem')].find((text) => text.trim() !== '') ?? ''
  const judged = judgeCertificate(pem, { now, ...trust })
  return 'certificate' in judged ? { by: 'fingerprint', value: judged.certificate.fingerprint } : undefined
}

function show(c: Call, visit: PgeVisit, told: Told): Response | Promise<Response> {
  return forThirdParty(c, visit, ({ registration, state }) => {
    const { company, certificate, nextCertificate } = registration
    const view = {
      displayName: company.displayName,
      own: certificate && knownAs(certificate),
      next: nextCertificate && knownAs(nextCertificate),
      delay: delayInWords(state.settings.certificateDelay),
    }
    return sendPage(c, CertificatesPage({ ...view, ...told }))
  })
}

function knownAs({ by, value, uploadedAt }: Certificate): Known {
  return { by, value, uploaded: dayInWords(pacificDay(uploadedAt)) }
}

function delayInWords(duration: string): string {
  const [, days] = /^P(\d+)D$/.exec(duration) ?? []
  return days === undefined ? duration : days === '1' ? 'one day' : `${days} days`
}
