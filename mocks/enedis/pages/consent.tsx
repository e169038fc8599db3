import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ConsentPage as Version, UsagePointId } from '../model/index.ts'
import { Alert, Page } from './frame.tsx'
import { durationInWords } from './words.ts'

/** A meter that may be shared, and where it is. */
export type Offer = { usagePoint: UsagePointId; place: string }

type Consent = {
  application: string
  customer: string
  version: Version
  duration: string
  offers: readonly Offer[]
  chosen: readonly string[]
  next: string
  alert?: string | undefined
}

/** Where a customer decides: of which meter, for how long, yes or no. */
export function ConsentPage(asked: Consent): JSX.Element {
  const { application, customer, duration, next, alert } = asked
  return (
    <Page title={`Partager avec ${application}`} who={{ name: customer, next }}>
      <h1>Partager mes données avec {application}</h1>
      <p class="lead">
        Rien n’est partagé avant votre accord, et vous pouvez y mettre fin à tout moment depuis votre compte.
      </p>
      <Alert says={alert} />
      <form method="post" action="/dataconnect/accepter">
        <input type="hidden" name="next" value={next} />
        <Meters {...asked} />
        <div class="card">
          <h2>Vous autorisez {application} à accéder à</h2>
          <ul>
            <li>vos consommations et productions quotidiennes, et vos index ;</li>
            <li>votre courbe de charge et votre puissance maximale ;</li>
            <li>vos données contractuelles, techniques et d’identité, votre adresse et vos coordonnées ;</li>
            <li>l’historique de ces données, dans la limite de trois ans.</li>
          </ul>
          <p>
            Durée du partage : <strong>{durationInWords(duration)}</strong>.
          </p>
        </div>
        <div class="actions">
          <button type="submit">J’accepte</button>
          <button class="plain" type="submit" formaction="/dataconnect/refuser" formnovalidate>
            Je refuse
          </button>
        </div>
      </form>
    </Page>
  )
}

/** Several on the page of v1, one on that of v2. */
function Meters({ offers, chosen, version }: Consent): JSX.Element {
  const type = version === 'v1' ? 'checkbox' : 'radio'
  return (
    <fieldset>
      <legend>{version === 'v1' ? 'Choisissez vos compteurs' : 'Choisissez votre compteur'}</legend>
      {offers.length === 0 && <p class="lead">Aucun compteur n’est rattaché à votre compte.</p>}
      {offers.map(({ usagePoint, place }) => (
        <label class="choice">
          <input type={type} name="usagePoints" value={usagePoint} checked={chosen.includes(usagePoint)} />
          <span>
            {place}
            <small>PRM {usagePoint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
