import { defineAlerts } from '../../../src/contract/refusal.ts'

/** What the web page tells a person who may not do what they tried. */
export const alert = defineAlerts({
  providerNotFound: {
    says: ({ wanted }: { wanted: string }) => `No account matches "${wanted}".`,
    basis: 'documented',
    source: 'NRCAN, step 1: customers find a provider only if it is searchable; E2E',
  },
  termsNotAccepted: {
    says: 'You must accept the terms of use to send this request.',
    basis: 'documented',
    source: 'NRCAN, step 1: the customer accepts your terms',
  },
  fieldRequired: {
    says: ({ field, item }: { field: string; item: string }) => `"${field}" is required for ${item}.`,
    basis: 'documented',
    source: 'NRCAN, custom fields are filled before the request leaves',
  },
  fieldNotValid: {
    says: ({ field, value, rule }: { field: string; value: string; rule: string }) =>
      `"${value}" is not valid for "${field}": ${rule}.`,
    basis: 'documented',
    source: 'DOC, Custom Fields: validCharacters, minChars, maxChars',
  },
  alreadyConnected: {
    says: ({ name }: { name: string }) => `You are already connected to ${name}.`,
    basis: 'documented',
    source: 'DOC, Invite (withdrawn): an invitation fails when already connected',
  },
  alreadyAsked: {
    says: ({ name }: { name: string }) => `A connection request between you and ${name} is already pending.`,
    basis: 'documented',
    source: 'DOC, Invite (withdrawn): a request cannot be sent again while it is pending',
  },
  nothingAsked: {
    says: ({ what }: { what: string }) => `There is no pending request for ${what}.`,
    basis: 'inferred',
    source: 'GUIDE, the page shows requests that wait for an answer',
  },
  notConnectedToProvider: {
    says: ({ name }: { name: string }) => `You are not connected to ${name}. Send a connection request first.`,
    basis: 'documented',
    source: 'NRCAN, step 3: the customer shares after the connection is accepted',
  },
  notYourContact: {
    says: ({ name }: { name: string }) => `${name} is not one of your contacts.`,
    basis: 'documented',
    source: 'FAQ, transfer of a property: both must be connected',
  },
  unsupportedMeterType: {
    says: ({ meter, type, name }: { meter: string; type: string; name: string }) =>
      `${name} does not accept meters of type ${type}. ${meter} was not shared.`,
    basis: 'documented',
    source: 'NRCAN, step 3: a meter whose type your system does not accept cannot be shared',
  },
  mayNotShareForward: {
    says: ({ item }: { item: string }) => `You do not have the right to share ${item} forward.`,
    basis: 'documented',
    source: 'FAQ, What is Share Forward?',
  },
  beyondYourAccess: {
    says: ({ item, level }: { item: string; level: string }) =>
      `You cannot give more access to ${item} than your own (${level}).`,
    basis: 'documented',
    source: 'FAQ, What is Share Forward?',
  },
  mayNotEdit: {
    says: ({ item }: { item: string }) => `You do not have the right to change access to ${item}.`,
    basis: 'documented',
    source: "FAQ, Who is able to edit other people's sharing access",
  },
  notYours: {
    says: ({ item }: { item: string }) => `You do not have the right to change ${item}.`,
    basis: 'documented',
    source: 'FAQ, access levels: only the administrator or a user with full access changes an item',
  },
  notSharedWith: {
    says: ({ item, name }: { item: string; name: string }) => `${item} is not shared with ${name}.`,
    basis: 'inferred',
    source: 'FAQ, the sharing page lists the people who have access',
  },
  gone: {
    says: ({ item }: { item: string }) => `${item} no longer exists.`,
    basis: 'inferred',
    source: 'FAQ, a deleted item leaves the page',
  },
  transferAlreadyProposed: {
    says: ({ item }: { item: string }) => `A transfer of ${item} is already pending.`,
    basis: 'inferred',
    source: 'FAQ, transfer of a property',
  },
  noTransfer: {
    says: ({ item }: { item: string }) => `No transfer of ${item} waits for your answer.`,
    basis: 'inferred',
    source: 'FAQ, transfer of a property',
  },
  choiceNotOffered: {
    says: ({ style }: { style: string }) => `The page offers no choice "${style}" when a transfer is accepted.`,
    basis: 'documented',
    source: 'NRCAN, transfer of a property: the recipient only accepts; the choices came with GUIDE',
  },
  notFromNotice: {
    says: ({ account }: { account: string }) =>
      `No notification names account ${account}, so you cannot ask it to connect.`,
    basis: 'documented',
    source: 'NRCAN, permission edits: request a connection with the id from the notice',
  },
  demandsTooMuch: {
    says: 'You cannot request this connection, because you demand terms of use or custom fields. Unshare the property with a note that asks its new administrator to connect with you (option 2).',
    basis: 'documented',
    source: 'NRCAN, transfer of a property, options 1 and 2',
  },
  usernameTaken: {
    says: ({ username }: { username: string }) => `The username ${username} is already taken.`,
    basis: 'inferred',
    source: 'DOC, Account: a username is unique',
  },
})
