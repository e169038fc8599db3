import { application } from './numbers.ts'

/** Nothing to answer, nothing to end, or no access. */
export const sharing = {
  noPendingConnection: {
    status: 400,
    code: application,
    says: "The pending connection request doesn't exist or has been fulfilled.",
    basis: 'observed',
    source: 'E2E, connection answered twice',
  },
  noPendingPropertyShare: {
    status: 400,
    code: application,
    says: "The pending property share request doesn't exist or has been fulfilled.",
    basis: 'observed',
    source: 'E2E, property share answered twice',
  },
  noPendingMeterShare: {
    status: 400,
    code: application,
    says: "The pending meter share request doesn't exist or has been fulfilled.",
    basis: 'observed',
    source: 'E2E, meter share answered twice',
  },
  invitationRefused: {
    status: 400,
    code: application,
    says: ({ says }: { says: string }) => says,
    basis: 'documented',
    source: 'DOC, Invite (withdrawn): refused as the page refuses it',
  },
  shareWithoutConnection: {
    status: 400,
    code: application,
    says: ({ account }: { account: string }) =>
      `You are not connected to account ${account}, and it has no pending connection request that this would accept.`,
    basis: 'inferred',
    source: 'NRCAN, accepting a share accepts the pending connection of its account: here there is none',
  },
  connectionRequestDemandsTooMuch: {
    status: 400,
    code: application,
    says: 'You cannot request this connection, because you demand terms of use or custom fields. Unshare the property with a note that asks its new administrator to connect with you.',
    basis: 'documented',
    source: 'NRCAN, transfer of a property, options 1 and 2',
  },
  notConnectedToAccount: {
    status: 400,
    code: application,
    says: ({ account }: { account: string }) => `You are not connected to this account (${account}).`,
    basis: 'observed',
    source: 'E2E, disconnect of an account that is not connected; 403 and 404 pass there too',
  },
  notConnected: {
    status: 403,
    code: application,
    says: 'Access Denied',
    basis: 'observed',
    source: 'E2E, account of another user; ERR, status 403',
  },
  notShared: {
    status: 403,
    code: application,
    says: 'Access Denied',
    basis: 'observed',
    source: 'E2E, item after unshare; ERR, status 403',
  },
  readOnly: {
    status: 403,
    code: application,
    says: 'Access Denied',
    basis: 'documented',
    source: 'FAQ, access levels; ERR, status 403',
  },
} as const
