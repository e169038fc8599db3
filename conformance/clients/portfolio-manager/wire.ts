import * as v from 'valibot'
import type { Access } from './memory.ts'

/** What the client reads out of answers. An element that may repeat is a list here however often it came. */
const list = <S extends v.GenericSchema>(item: S) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((found) => (found === '' ? [] : Array.isArray(found) ? found : [found])),
      v.array(item),
    ),
    [],
  )
/** An element without content reads as an empty string. */
const element = <S extends v.GenericSchema>(inside: S) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((found) => (found === '' ? {} : found)),
      inside,
    ),
    '',
  )

const access = v.picklist(['Read', 'Read Write'] satisfies Access[])
const link = v.object({
  '@_id': v.optional(v.string()),
  '@_hint': v.optional(v.string()),
  '@_linkDescription': v.optional(v.string(), ''),
  '@_link': v.optional(v.string(), ''),
})
const links = element(v.object({ link: list(link) }))
const customFields = v.pipe(
  element(v.object({ customField: list(v.object({ '@_name': v.string(), '#text': v.optional(v.string(), '') })) })),
  v.transform(({ customField }) => Object.fromEntries(customField.map((field) => [field['@_name'], field['#text']]))),
)
const maker = v.optional(v.object({ createdByAccountId: v.optional(v.string()) }))

const pendingAccount = v.object({ accountId: v.string(), customFieldList: customFields })
const pendingProperty = v.object({
  propertyId: v.string(),
  accountId: v.string(),
  accessLevel: access,
  customFieldList: customFields,
  shareAudit: maker,
})
const pendingMeter = v.object({ ...pendingProperty.entries, meterId: v.string() })

const associated = element(v.object({ meters: element(v.object({ meterId: list(v.string()) })) }))

/** Readers of answers, by their root element. */
export const answers = {
  pendingList: v.object({
    pendingList: element(
      v.object({ account: list(pendingAccount), property: list(pendingProperty), meter: list(pendingMeter), links }),
    ),
  }),
  links: v.object({ response: element(v.object({ links })) }),
  notificationList: v.object({
    notificationList: element(
      v.object({
        notification: list(
          v.object({
            notificationTypeCode: v.string(),
            notificationId: v.string(),
            description: v.optional(v.string(), ''),
            accountId: v.optional(v.string()),
            propertyId: v.optional(v.string()),
            meterId: v.optional(v.string()),
            notificationCreatedByAccountId: v.optional(v.string()),
          }),
        ),
      }),
    ),
  }),
  customFieldList: v.object({ customFieldList: customFields }),
  property: v.object({ property: v.object({ accessLevel: access }) }),
  meter: v.union([
    v.object({
      meter: v.object({ accessLevel: access, metered: v.optional(v.string(), 'true'), firstBillDate: v.string() }),
    }),
    v.object({ wasteMeter: v.object({ accessLevel: access }) }),
  ]),
  meterData: v.object({
    meterData: element(
      v.object({ meterConsumption: list(v.object({ startDate: v.string(), endDate: v.string() })), links }),
    ),
  }),
  associations: v.object({
    meterPropertyAssociationList: element(
      v.object({ energyMeterAssociation: associated, waterMeterAssociation: associated }),
    ),
  }),
  metrics: v.object({
    propertyMetrics: v.object({
      metric: list(
        v.object({
          '@_name': v.string(),
          value: v.union([
            v.string(),
            v.pipe(
              v.looseObject({ '@_xsi:nil': v.string() }),
              v.transform(() => null),
            ),
          ]),
        }),
      ),
    }),
  }),
}

export type Pending = v.InferOutput<typeof answers.pendingList>['pendingList']
export type Notification = v.InferOutput<typeof answers.notificationList>['notificationList']['notification'][number]
export type Links = v.InferOutput<typeof links>

/** Reads an answer by its reader. */
export function readAs<S extends v.GenericSchema>(reader: S, answer: unknown): v.InferOutput<S> {
  return v.parse(reader, answer)
}

/** The number of the page that a list says comes next. */
export function nextPage({ link }: Links): number | undefined {
  const next = link.find((one) => one['@_linkDescription'] === 'next page')
  const [, page] = /[?&]page=(\d+)/.exec(next?.['@_link'] ?? '') ?? []
  return page === undefined ? undefined : Number(page)
}
