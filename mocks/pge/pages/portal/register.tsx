import type { JSX } from 'hono/jsx/jsx-runtime'
import { userTypes, type UserType } from '../../model/index.ts'
import { Alert, Page } from '../frame.tsx'
import { RegistrationFields, type Fields } from './fields.tsx'

/** What the form asks beyond what may be changed later. */
export type NewFields = Fields & {
  userType: string
  company: string
  displayName: string
  ein: string
  phone: string
  businessContact: string
  technicalContact: string
  accountNumber: string
  territory: string
}

/** Source: PAGE, user types. */
export const userTypeWords: Readonly<Record<UserType, string>> = {
  standard: 'Standard',
  eef: 'Energy Efficiency Financing',
  selfAccess: 'Self-Access',
  cca: 'Community Choice Aggregator',
}

/** The registration form. Source: PAGE, registration form. */
export function RegisterPage({ fields, alert }: { fields: NewFields; alert?: string | undefined }): JSX.Element {
  return (
    <Page title="Register" site="Share My Data for third parties">
      <h1>Register your company</h1>
      <p class="lead">The business contact gets an e-mail with a link, which is good for five days.</p>
      <Alert says={alert} />
      <form class="card" method="post" action="/portal/register" enctype="multipart/form-data">
        <label>
          Kind of registration
          <select name="userType">
            {userTypes.map((type) => (
              <option value={type} selected={type === fields.userType}>
                {userTypeWords[type]}
              </option>
            ))}
          </select>
        </label>
        <Text name="company" label="Company" value={fields.company} />
        <Text name="displayName" label="Name shown to customers" value={fields.displayName} />
        <Text
          name="ein"
          label="Employer identification number"
          hint="Nine digits"
          value={fields.ein}
          pattern="[0-9]{9}"
        />
        <Text name="phone" label="Telephone" value={fields.phone} />
        <Text
          name="businessContact"
          label="E-mail of the business contact"
          value={fields.businessContact}
          type="email"
        />
        <Text
          name="technicalContact"
          label="E-mail of the technical contact"
          value={fields.technicalContact}
          type="email"
        />
        <label>
          Password for this portal
          <input name="password" type="password" minlength={8} autocomplete="new-password" required />
        </label>
        <Optional {...fields} />
        <label>
          Client certificate
          <small>The file of a certificate that an authority signed</small>
          <input type="file" name="file" accept=".pem,.crt,.cer" />
        </label>
        <RegistrationFields {...fields} />
        <fieldset>
          <legend>Terms</legend>
          <label class="choice">
            <input type="checkbox" name="terms" value="yes" required />
            <span>We accept the terms of use</span>
          </label>
          <label class="choice">
            <input type="checkbox" name="privacy" value="yes" required />
            <span>We keep the privacy rules of the California Public Utilities Commission</span>
          </label>
        </fieldset>
        <div class="actions">
          <button type="submit">Send the registration</button>
        </div>
      </form>
    </Page>
  )
}

function Optional({ accountNumber, territory }: NewFields): JSX.Element {
  return (
    <>
      <label>
        Your own account number
        <small>For Self-Access only</small>
        <input name="accountNumber" inputmode="numeric" value={accountNumber} />
      </label>
      <label>
        Cities you serve, with commas between them
        <small>For Community Choice Aggregators only; all when left empty</small>
        <input name="territory" value={territory} />
      </label>
    </>
  )
}

type TextField = { name: string; label: string; value: string; hint?: string; type?: string; pattern?: string }

function Text({ name, label, value, hint, type = 'text', pattern }: TextField): JSX.Element {
  return (
    <label>
      {label}
      {hint && <small>{hint}</small>}
      <input name={name} type={type} value={value} pattern={pattern} required />
    </label>
  )
}
