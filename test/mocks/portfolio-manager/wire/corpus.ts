import { decodeAccount } from '../../../../mocks/portfolio-manager/wire/account.ts'
import { decodeMeterData, decodeMeterEntry } from '../../../../mocks/portfolio-manager/wire/consumption.ts'
import { decodeCustomField, decodeCustomFieldList } from '../../../../mocks/portfolio-manager/wire/custom-field.ts'
import { decodeCustomer } from '../../../../mocks/portfolio-manager/wire/customer.ts'
import { decodeExchangeSettings } from '../../../../mocks/portfolio-manager/wire/exchange-settings.ts'
import { decodeMeter } from '../../../../mocks/portfolio-manager/wire/meter.ts'
import { decodeProperty } from '../../../../mocks/portfolio-manager/wire/property.ts'
import { decodeSharingResponse, decodeTermination } from '../../../../mocks/portfolio-manager/wire/sharing.ts'

export type Bodies = { decode: (text: string) => unknown; good: string[]; bad: string[] }

const address = '<address address1="1 Main" city="Arlington" state="VA" postalCode="22201" country="US"/>'
const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
const many = (count: number, entry: string) => entry.repeat(count)
const entry =
  '<meterConsumption><startDate>2026-01-01</startDate><endDate>2026-02-01</endDate><usage>1</usage></meterConsumption>'
const delivery = '<meterDelivery><deliveryDate>2026-01-01</deliveryDate><quantity>1</quantity></meterDelivery>'
const property = (inside: string) =>
  `<property>${inside}<isFederalProperty>false</isFederalProperty><occupancyPercentage>80</occupancyPercentage></property>`
const meter = (inside: string) =>
  `<meter><type>Electric</type><name>Power</name><unitOfMeasure>kWh (thousand Watt-hours)</unitOfMeasure><firstBillDate>2020-01-01</firstBillDate><inUse>true</inUse>${inside}</meter>`
const account = (details: { password?: string; address?: string; name?: string } = {}) =>
  `<account><username>new</username><password>${details.password ?? 'Secret-123'}</password><webserviceUser>true</webserviceUser><searchable>true</searchable><contact>${details.address ?? address}<email>a@b.example</email><firstName>A</firstName><lastName>B</lastName><phone>1</phone><jobTitle>C</jobTitle></contact><organization name="${details.name ?? 'Acme'}"><primaryBusiness>Education</primaryBusiness><energyStarPartner>false</energyStarPartner></organization></account>`

/** Bodies that clients send: those the provider's schema lets through, and those it refuses. */
export const corpus: Record<string, Bodies> = {
  sharingResponse: {
    decode: decodeSharingResponse,
    good: [
      '<sharingResponse><action>Accept</action></sharingResponse>',
      '<?xml version="1.0"?>\n<sharingResponse>\n <action>Reject</action>\n <note>No, thanks</note>\n</sharingResponse>',
      `<sharingResponse ${xsi}><action xsi:type="acceptRejectType">Accept</action></sharingResponse>`,
    ],
    bad: [
      '<sharingResponse/>',
      '<sharingResponse><action>accept</action></sharingResponse>',
      '<sharingResponse><action>Accept</action><note></note></sharingResponse>',
      `<sharingResponse><action>Accept</action><note>${many(1001, 'x')}</note></sharingResponse>`,
      '<sharingResponse><note>first</note><action>Accept</action></sharingResponse>',
      '<sharingResponse xmlns="urn:espm"><action>Accept</action></sharingResponse>',
      `<sharingResponse ${xsi}><action xsi:type="shareLevelType">Accept</action></sharingResponse>`,
      `<sharingResponse ${xsi}><action xsi:nil="true"/></sharingResponse>`,
      '<sharingResponse><action>Accept</action>',
    ],
  },
  terminateSharingResponse: {
    decode: (text) => decodeTermination(text, { lenientBodies: 'off' }),
    good: [
      '<terminateSharingResponse></terminateSharingResponse>',
      '<terminateSharingResponse><note>Goodbye</note></terminateSharingResponse>',
    ],
    bad: [
      '<terminateSharingResponse><note/></terminateSharingResponse>',
      '<terminateSharingResponse><reason>x</reason></terminateSharingResponse>',
      '',
    ],
  },
  property: {
    decode: decodeProperty,
    good: [
      property(''),
      property(
        `<name>Tower</name><constructionStatus>Test</constructionStatus><primaryFunction>K-12 School</primaryFunction><grossFloorArea units="Square Meters" temporary="true" default="N/A"><value>100</value></grossFloorArea><irrigatedArea units="Acres"><value></value></irrigatedArea><yearBuilt>1990</yearBuilt>${address}<numberOfBuildings>2</numberOfBuildings><agency id="7" country="AN"/><notes>n</notes><accessLevel>Read Write</accessLevel><audit><createdBy>me</createdBy><createdDate>2026-01-05T09:30:00.250-05:00</createdDate></audit>`,
      ),
    ],
    bad: [
      '<property><name>Tower</name></property>',
      property('<grossFloorArea units="Square Metres"><value>1</value></grossFloorArea>'),
      property('<grossFloorArea><value>1</value></grossFloorArea>'),
      property('<grossFloorArea units="Square Feet"><value>1.5</value></grossFloorArea>'),
      property('<address><address1>1 Main</address1><city>A</city></address>'),
      property('<address address1="1" city="A" postalCode="2" country="USA"/>'),
      property('<address address1="1" city="A" postalCode="2" country="US" state="XX"/>'),
      property('<primaryFunction>Castle</primaryFunction>'),
      property(`<name>${many(81, 'x')}</name>`),
      property('<occupancyPercentage>80</occupancyPercentage>'),
      property('').replace('>80<', '>81<'),
      property('').replace('>false<', '>no<'),
    ],
  },
  meter: {
    decode: decodeMeter,
    good: [
      meter(''),
      meter(
        '<id>1</id><metered>false</metered><inactiveDate>2026-01-01</inactiveDate><otherDescription>x</otherDescription><aggregateMeter>false</aggregateMeter>',
      ),
      '<wasteMeter><name>Bins</name><type>Disposed - Trash</type><unitOfMeasure>Cubic yards</unitOfMeasure><dataEntryMethod>regular container</dataEntryMethod><containerSize>4.5</containerSize><inUse>true</inUse></wasteMeter>',
    ],
    bad: [
      meter('').replace('Electric', 'Electricity'),
      meter('').replace('kWh (thousand Watt-hours)', 'kWh'),
      meter('').replace('2020-01-01', '01/01/2020'),
      meter('').replace('<inUse>true</inUse>', ''),
      meter('<color>red</color>'),
      '<wasteMeter><name>Bins</name><type>Disposed - Trash</type><unitOfMeasure>Gallons</unitOfMeasure><dataEntryMethod>regular</dataEntryMethod><inUse>true</inUse></wasteMeter>',
      '<wasteMeter><name>Bins</name><type>Trash</type><unitOfMeasure>tons</unitOfMeasure><dataEntryMethod>regular</dataEntryMethod><containerSize>-1</containerSize><inUse>true</inUse></wasteMeter>',
    ],
  },
  meterData: {
    decode: decodeMeterData,
    good: [
      `<meterData>${entry}</meterData>`,
      `<meterData>${many(120, entry)}</meterData>`,
      `<meterData>${delivery}<links/></meterData>`,
      '<meterData><meterConsumption estimatedValue="true"><id>1</id><usage>-2.5</usage><endDate>2026-02-01</endDate><startDate>2026-01-01</startDate><cost></cost><energyExportedOffSite>1</energyExportedOffSite><percentRenewableNaturalGas>99.99</percentRenewableNaturalGas><demandTracking><demand>1.25</demand><demandCost/></demandTracking></meterConsumption></meterData>',
    ],
    bad: [
      `<meterData>${many(121, entry)}</meterData>`,
      `<meterData>${entry.replace('</usage>', '</usage><estimatedValue>true</estimatedValue>')}</meterData>`,
      `<meterData>${entry.replace('>1<', '>one<')}</meterData>`,
      `<meterData>${entry.replace('>1<', '>1,5<')}</meterData>`,
      `<meterData>${entry.replace('2026-02-01', '2026-02-30')}</meterData>`,
      `<meterData>${entry.replace('2026-02-01', '2026-02-01T00:00:00Z')}</meterData>`,
      `<meterData>${entry.replace('<meterConsumption', '<meterConsumption estimatedValue="yes"')}</meterData>`,
      `<meterData>${entry.replace('</usage>', '</usage><percentRenewableNaturalGas>101</percentRenewableNaturalGas>')}</meterData>`,
      `<meterData>${entry.replace('</usage>', '</usage><greenPower><value>1</value></greenPower>')}</meterData>`,
    ],
  },
  meterEntry: {
    decode: decodeMeterEntry,
    good: [entry, delivery],
    bad: ['<meterConsumption/>', delivery.replace('</quantity>', '</quantity><usage>1</usage>')],
  },
  account: {
    decode: decodeAccount,
    good: [account()],
    bad: [
      account({ password: 'short' }),
      account({ address: '<address><address1>1 Main</address1></address>' }),
      account({ address: '<address address1="1" city="A" postalCode="2"/>' }),
      account({ name: '' }),
      account().replace('Education', 'School'),
      account().replace('<phone>1</phone>', ''),
    ],
  },
  customer: {
    decode: decodeCustomer,
    good: [
      '<customer/>',
      `<customer><username>olive</username><languagePreference>fr_CA</languagePreference><accountInfo><firstName>A</firstName><lastName></lastName><email>a</email>${address}<jobTitle>j</jobTitle><phone>1</phone><organization>o</organization></accountInfo></customer>`,
    ],
    bad: [
      '<customer><password>Secret-123</password></customer>',
      '<customer><languagePreference>de_DE</languagePreference></customer>',
      '<customer><accountInfo><firstName>A</firstName></accountInfo></customer>',
    ],
  },
  customField: {
    decode: decodeCustomField,
    good: [
      '<customField name="n" required="1" validCharacters="Any" whenToPrompt="Once"/>',
      '<customField name="n" required="true" validCharacters="Numeric" whenToPrompt="Meter"><displayOrder>1</displayOrder><minChars>0</minChars><url>http://x</url></customField>',
    ],
    bad: [
      '<customField name="n" required="true" validCharacters="Any"/>',
      '<customField name="" required="true" validCharacters="Any" whenToPrompt="Once"/>',
      '<customField name="n" required="true" validCharacters="any" whenToPrompt="Once"/>',
      '<customField name="n" required="true" validCharacters="Any" whenToPrompt="Once"><example/></customField>',
      '<customField><name>n</name></customField>',
    ],
  },
  customFieldList: {
    decode: decodeCustomFieldList,
    good: [
      '<customFieldList/>',
      '<customFieldList><customField name="a">1</customField><customField>2</customField></customFieldList>',
    ],
    bad: [
      '<customFieldList><field/></customFieldList>',
      '<customFieldList><customField name="a"><b/></customField></customFieldList>',
    ],
  },
  dataExchangeSettings: {
    decode: decodeExchangeSettings,
    good: [
      '<dataExchangeSettings/>',
      '<dataExchangeSettings><termsOfUse><none/></termsOfUse><supportedMeterTypes><meterType>Electric</meterType><meterType>Disposed - Trash</meterType></supportedMeterTypes></dataExchangeSettings>',
      '<dataExchangeSettings><termsOfUse><text>Be kind</text></termsOfUse></dataExchangeSettings>',
    ],
    bad: [
      '<dataExchangeSettings><supportedMeterTypes><meterType>Gas</meterType></supportedMeterTypes></dataExchangeSettings>',
      '<dataExchangeSettings><termsOfUse/></dataExchangeSettings>',
      '<dataExchangeSettings><termsOfUse><none>x</none></termsOfUse></dataExchangeSettings>',
      '<dataExchangeSettings><termsOfUse><none/><text>x</text></termsOfUse></dataExchangeSettings>',
    ],
  },
}
