import type { JSX } from 'hono/jsx/jsx-runtime'
import { dataGroups, historyLengths } from '../../model/index.ts'
import { groupWords } from '../words.ts'

/** What a form holds of a registration, as text. */
export type Fields = {
  redirectUri: string
  portalUri: string
  notifyUri: string
  dataGroups: readonly string[]
  historyMonths: number
  notifyMe: boolean
  visible: boolean
}

/** What a third party says when it registers, and may change later. */
export function RegistrationFields(fields: Fields): JSX.Element {
  return (
    <>
      <label>
        Redirect URI
        <small>Where the browser brings the authorization code. Needed for Standard and EEF</small>
        <input name="redirectUri" type="url" value={fields.redirectUri} />
      </label>
      <label>
        Third-party portal URI
        <small>Where customers are sent who choose you on PG&amp;E’s site. Needed for Standard and EEF</small>
        <input name="portalUri" type="url" value={fields.portalUri} />
      </label>
      <label>
        Notification URI
        <small>Where PG&amp;E announces data and changes of authorizations</small>
        <input name="notifyUri" type="url" value={fields.notifyUri} />
      </label>
      <fieldset>
        <legend>Data groups</legend>
        {dataGroups.map((group) => (
          <label class="choice">
            <input type="checkbox" name="dataGroups" value={group} checked={fields.dataGroups.includes(group)} />
            <span>
              {groupWords[group].name}
              <small>{groupWords[group].holds}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <label>
        History
        <select name="historyMonths">
          {historyLengths.map((months) => (
            <option value={months} selected={months === fields.historyMonths}>
              {months} months
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>Notices and visibility</legend>
        <label class="choice">
          <input type="checkbox" name="notifyMe" value="yes" checked={fields.notifyMe} />
          <span>
            Notify me as data is ready
            <small>A package of what is new, every evening</small>
          </span>
        </label>
        <label class="choice">
          <input type="checkbox" name="visible" value="yes" checked={fields.visible} />
          <span>
            Visible to customers
            <small>Listed on PG&amp;E’s site, once approved</small>
          </span>
        </label>
      </fieldset>
    </>
  )
}
