import { defineAlerts } from '../../../src/contract/refusal.ts'

/** What the pages of Share My Data tell a person who may not do what they tried. Wordings are ours. */
export const alert = defineAlerts({
  loginFailed: {
    says: 'We do not know this username and password.',
    basis: 'inferred',
    source: 'PAGE, online authorization: the customer logs in',
  },
  guestUnknown: {
    says: 'We found no account with this account number and ZIP code.',
    basis: 'inferred',
    source: 'PAGE, release note of November 2018: guests identify themselves by their account',
  },
  guestsHaveNoList: {
    says: 'To see and change your authorizations, log in to your online account.',
    basis: 'documented',
    source: 'PAGE, authorizations are managed online, which guests are not',
  },
  notListed: {
    says: ({ name }: { name: string }) => `${name} is not among the companies you can share data with.`,
    basis: 'documented',
    source: 'PAGE, milestones: customers see approved registrations with visibility on',
  },
  chooseAgreement: {
    says: 'Choose at least one service agreement.',
    basis: 'inferred',
    source: 'PAGE, online authorization: the customer chooses service agreements',
  },
  notEligible: {
    says: ({ name }: { name: string }) =>
      `Service agreement ${name} cannot be shared: only active service that PG&E installed and reads can.`,
    basis: 'documented',
    source: 'PAGE, eligible service agreements',
  },
  notYourAgreement: {
    says: ({ name }: { name: string }) => `Service agreement ${name} is not on this account.`,
    basis: 'inferred',
    source: 'PAGE, online authorization: the customer chooses among their own service agreements',
  },
  chooseDataGroup: {
    says: 'Choose at least one kind of data that this company has asked for.',
    basis: 'documented',
    source: 'PAGE, data groups: the page offers those that are registered',
  },
  endDatePast: {
    says: 'Choose an end date that is still to come.',
    basis: 'inferred',
    source: 'PAGE, authorization period',
  },
  endDateNotLater: {
    says: 'Choose an end date later than the present one.',
    basis: 'documented',
    source: 'PAGE, authorization life cycle: an end date can be extended',
  },
  nothingAuthorized: {
    says: ({ name }: { name: string }) => `You have no current authorization for ${name}.`,
    basis: 'documented',
    source: 'PAGE, authorization life cycle',
  },
  agreementIs: {
    says: ({ name, status }: { name: string; status: string }) => `Service agreement ${name} is ${status}.`,
    basis: 'inferred',
    source: 'PAGE, authorization life cycle: shut-off and taking up again',
  },
  lastAgreement: {
    says: 'This is the only service agreement of the authorization: cancel the authorization instead.',
    basis: 'inferred',
    source: 'PAGE, authorization life cycle: removing a service agreement leaves the authorization active',
  },
  displayNameTaken: {
    says: ({ name }: { name: string }) => `Another registration is shown to customers as ${name}.`,
    basis: 'documented',
    source: 'PAGE, registration form: the display name is unique',
  },
  addressNeeded: {
    says: ({ field }: { field: string }) => `Fill in the ${field}: Standard and EEF registrations have one.`,
    basis: 'documented',
    source: 'PAGE, registration form',
  },
  linkLapsed: {
    says: 'This link is no longer valid: it lasts five days. Please send the registration form again.',
    basis: 'documented',
    source: 'PAGE, milestones: the e-mail is confirmed within five days',
  },
  registrationOver: {
    says: 'This registration is no longer in force. Please register again.',
    basis: 'documented',
    source: 'PAGE, milestones: a registration expires without tests after 90 days',
  },
  notAtThisMilestone: {
    says: ({ what, standing }: { what: string; standing: string }) =>
      `${what} is not possible now: the registration is ${standing}.`,
    basis: 'documented',
    source: 'PAGE, milestones',
  },
})
