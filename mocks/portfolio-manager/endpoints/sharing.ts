import { xml } from '../../../src/toolbox/xml/index.ts'
import { answerConnection } from '../domain/connection.ts'
import { disconnect } from '../domain/disconnect.ts'
import { answerMeterShare } from '../domain/meter-share.ts'
import { pendingAccounts, pendingMeters, pendingProperties } from '../domain/pending.ts'
import { answerPropertyShare } from '../domain/property-share.ts'
import { unshareMeter, unshareProperty } from '../domain/unshare.ts'
import { encodeOk } from '../wire/envelope.ts'
import { encodePendingAccounts, encodePendingMeters, encodePendingProperties } from '../wire/pending-lists.ts'
import { decodeSharingResponse, decodeTermination } from '../wire/sharing.ts'
import { accountIn, flagIn, meterIn, pageIn, propertyIn } from './parameters.ts'
import { bodyOf, service } from './service.ts'

/** Answering what customers ask. */
const answering = [
  service(
    'GET /connect/account/pending/list',
    { name: 'connection.listPending', basis: 'documented', source: 'DOC, Connect: pending connection list' },
    (c, { store, dialect }, caller) => {
      const page = store.read((state) => pendingAccounts(state, { provider: caller, page: pageIn(c) }))
      return xml(c, encodePendingAccounts(page, dialect))
    },
  ),
  service(
    'POST /connect/account/:accountId',
    { name: 'connection.answer', basis: 'documented', source: 'DOC, Connect: accept or reject; NRCAN, step 2' },
    async (c, visit, caller) => {
      const asked = accountIn(c)
      const answer = await bodyOf(c, visit, decodeSharingResponse)
      visit.store.change((state, house) => answerConnection(state, { caller, asked, answer }, house))
      return xml(c, encodeOk())
    },
  ),
  service(
    'GET /share/property/pending/list',
    { name: 'propertyShare.listPending', basis: 'documented', source: 'DOC, Share: pending property list' },
    (c, { store, dialect }, caller) => {
      const page = store.read((state) => pendingProperties(state, { provider: caller, page: pageIn(c) }, { dialect }))
      return xml(c, encodePendingProperties(page, dialect))
    },
  ),
  service(
    'POST /share/property/:propertyId',
    { name: 'propertyShare.answer', basis: 'documented', source: 'DOC, Share: accept or reject; NRCAN, step 4' },
    async (c, visit, caller) => {
      const property = propertyIn(c)
      const answer = await bodyOf(c, visit, decodeSharingResponse)
      visit.store.change((state, house) => answerPropertyShare(state, { caller, property, answer }, house))
      return xml(c, encodeOk())
    },
  ),
  service(
    'GET /share/meter/pending/list',
    { name: 'meterShare.listPending', basis: 'documented', source: 'DOC, Share: pending meter list' },
    (c, { store, dialect }, caller) => {
      const page = store.read((state) => pendingMeters(state, { provider: caller, page: pageIn(c) }, { dialect }))
      return xml(c, encodePendingMeters(page, dialect))
    },
  ),
  service(
    'POST /share/meter/:meterId',
    { name: 'meterShare.answer', basis: 'documented', source: 'DOC, Share: accept or reject; NRCAN, step 4' },
    async (c, visit, caller) => {
      const meter = meterIn(c)
      const answer = await bodyOf(c, visit, decodeSharingResponse)
      visit.store.change((state, house) => answerMeterShare(state, { caller, meter, answer }, house))
      return xml(c, encodeOk())
    },
  ),
]

/** Ending what was agreed. */
const ending = [
  service(
    'POST /unshare/property/:propertyId',
    { name: 'propertyShare.end', basis: 'documented', source: 'DOC, Unshare; NRCAN, transfer, option 2' },
    async (c, visit, caller) => {
      const property = propertyIn(c)
      const goodbye = await bodyOf(c, visit, (text) => decodeTermination(text, visit.dialect))
      visit.store.change((state, house) => unshareProperty(state, { caller, property, ...goodbye }, house))
      return xml(c, encodeOk())
    },
  ),
  service(
    'POST /unshare/meter/:meterId',
    { name: 'meterShare.end', basis: 'documented', source: 'DOC, Unshare' },
    async (c, visit, caller) => {
      const meter = meterIn(c)
      const goodbye = await bodyOf(c, visit, (text) => decodeTermination(text, visit.dialect))
      visit.store.change((state, house) => unshareMeter(state, { caller, meter, ...goodbye }, house))
      return xml(c, encodeOk())
    },
  ),
  service(
    'POST /disconnect/account/:accountId',
    { name: 'connection.end', basis: 'documented', source: 'DOC, Disconnect' },
    async (c, visit, caller) => {
      const other = accountIn(c)
      const keepShares = flagIn(c, 'keepShares')
      const goodbye = await bodyOf(c, visit, (text) => decodeTermination(text, visit.dialect))
      const leaving = { caller, other, ...(keepShares === undefined ? {} : { keepShares }), ...goodbye }
      visit.store.change((state, house) => disconnect(state, leaving, house))
      return xml(c, encodeOk())
    },
  ),
]

export const sharing = [...answering, ...ending]
