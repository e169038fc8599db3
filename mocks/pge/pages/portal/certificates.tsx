import type { JSX } from 'hono/jsx/jsx-runtime'
import { PortalPage, type Told } from './frame.tsx'

/** A certificate by what the portal knows of it. */
export type Known = { by: 'fingerprint' | 'commonName'; value: string; uploaded: string }

type Certificates = Told & { displayName: string; own: Known | null; next: Known | null; delay: string }

/** PG&E's certificate to trust, and the third party's own to replace. */
export function CertificatesPage(view: Certificates): JSX.Element {
  const { own, next, delay } = view
  return (
    <PortalPage {...view} at="/portal/certificates" lead="Both sides of every call show a certificate.">
      <section class="card">
        <h2>PG&amp;E’s certificate</h2>
        <p>PG&amp;E shows it when it calls your notification address. Give it to whatever answers there.</p>
        <p>
          <a class="button" href="/portal/pge-certificate.pem" download="pge-certificate.pem">
            Download PG&amp;E’s certificate
          </a>
        </p>
      </section>
      <section class="card">
        <h2>Your certificate</h2>
        {own ? <Certificate known={own} /> : <p>None is registered.</p>}
        {next && (
          <>
            <p class="note">A new certificate was uploaded. Until PG&amp;E applies it, the one above stays in use.</p>
            <Certificate known={next} />
          </>
        )}
        <form method="post" action="/portal/certificates" enctype="multipart/form-data">
          <h3>Replace it</h3>
          <p>
            An RSA certificate of 2048 bits or more, signed by an authority with SHA-2. It is applied after {delay}; you
            get an e-mail then.
          </p>
          <label>
            A file
            <input type="file" name="file" accept=".pem,.crt,.cer" />
          </label>
          <label>
            Or its text
            <textarea name="pem" placeholder="-----BEGIN CERTIFICATE-----" spellcheck={false} />
          </label>
          <div class="actions">
            <button type="submit">Upload</button>
          </div>
        </form>
      </section>
    </PortalPage>
  )
}

function Certificate({ known: { by, value, uploaded } }: { known: Known }): JSX.Element {
  return (
    <dl>
      <dt>{by === 'fingerprint' ? 'SHA-256 fingerprint' : 'Common name'}</dt>
      <dd>
        <code>{value}</code>
      </dd>
      <dt>Uploaded</dt>
      <dd>{uploaded}</dd>
    </dl>
  )
}
