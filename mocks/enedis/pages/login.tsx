import type { JSX } from 'hono/jsx/jsx-runtime'
import { Alert, Page } from './frame.tsx'

type Login = {
  /** Who wants the customer's data; null where the customer came of their own accord. */
  application: string | null
  /** Where to go on. */
  next: string
  alert?: string | undefined
  /** Whoever can log in here, for those who test: the page is on their own machine. */
  hints: readonly { name: string; username: string }[]
}

/** Where a customer says who they are. */
export function LoginPage({ application, next, alert, hints }: Login): JSX.Element {
  return (
    <Page title="Connexion">
      <h1>{application === null ? 'Mes partages de données' : `Partager mes données avec ${application}`}</h1>
      <p class="lead">
        {application === null
          ? 'Connectez-vous pour voir et arrêter vos partages.'
          : `${application} demande à accéder à vos données de consommation et de production. Connectez-vous pour en décider.`}
      </p>
      <Alert says={alert} />
      <form class="card" method="post" action="/dataconnect/connexion">
        <input type="hidden" name="next" value={next} />
        <label>
          Adresse e-mail
          <input name="username" autocomplete="username" required autofocus />
        </label>
        <label>
          Mot de passe
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <div class="actions">
          <button type="submit">Se connecter</button>
        </div>
      </form>
      <details>
        <summary>Qui peut se connecter à ce bac à sable ?</summary>
        <div class="scroll">
          <table>
            <tbody>
              {hints.map(({ name, username }) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td>
                    <code>{username}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p>
          Le mot de passe est <code>Sandbox-2026</code>, sauf si le scénario en dit un autre.
        </p>
      </details>
    </Page>
  )
}
