import { decodeIdentifier } from '../../../../mocks/portfolio-manager/wire/identifier.ts'
import {
  decodePropertyUse,
  decodePropertyUseName,
  decodeUseDetail,
  decodeUseDetails,
} from '../../../../mocks/portfolio-manager/wire/property-use.ts'
import { decodeBuilding } from '../../../../mocks/portfolio-manager/wire/property.ts'
import type { Bodies } from './corpus.ts'

const area = '<totalGrossFloorArea units="Square Feet"><value>1000</value></totalGrossFloorArea>'
const use = (type: string, details: string) =>
  `<${type}><name>Floor 1</name><useDetails>${area}${details}</useDetails></${type}>`
const identifier = (inside: string) =>
  `<additionalIdentifier><additionalIdentifierType id="1"/>${inside}</additionalIdentifier>`

/** Bodies about the parts of a property, and about its numbers in other books. */
export const parts: Record<string, Bodies> = {
  propertyUse: {
    decode: decodePropertyUse,
    good: [
      use('office', ''),
      use('adultEducation', '<numberOfWorkers><value>2.5</value></numberOfWorkers>'),
      use(
        'office',
        '<weeklyOperatingHours currentAsOf="2020-01-01" temporary="true" default="Yes" id="7"><value>40</value></weeklyOperatingHours><percentOfficeCooled><value>50% or more</value></percentOfficeCooled><numberOfComputers/>',
      ),
      use(
        'multifamilyHousing',
        '<numberOfLaundryHookupsInAllUnits><value>3</value></numberOfLaundryHookupsInAllUnits><residentPopulation><value>Dedicated Student</value></residentPopulation><percentHeated><value>80</value></percentHeated><commonEntrance><value>Yes</value></commonEntrance>',
      ),
    ],
    bad: [
      '<office><name>Floor 1</name><useDetails/></office>',
      use('office', '<numberOfBedrooms><value>1</value></numberOfBedrooms>'),
      use('office', '<numberOfWorkers><value>-1</value></numberOfWorkers>'),
      use('office', '<numberOfWorkers>5</numberOfWorkers>'),
      use('office', '<percentOfficeCooled><value>51</value></percentOfficeCooled>'),
      use(
        'multifamilyHousing',
        '<numberOfLaundryHookupsInAllUnits><value>1.5</value></numberOfLaundryHookupsInAllUnits>',
      ),
      use(
        'multifamilyHousing',
        '<numberOfLaundryHookupsInAllUnits><value>-1</value></numberOfLaundryHookupsInAllUnits>',
      ),
      use('office', '').replace('<name>Floor 1</name>', ''),
      use('office', '').replace('Square Feet', 'Square Metres'),
      use('castle', ''),
    ],
  },
  building: {
    decode: decodeBuilding,
    good: [
      '<building><isFederalProperty>false</isFederalProperty><occupancyPercentage>80</occupancyPercentage></building>',
    ],
    bad: ['<building/>', '<house><isFederalProperty>false</isFederalProperty></house>'],
  },
  propertyUseName: {
    decode: decodePropertyUseName,
    good: ['<propertyUse><name>Floor 2</name></propertyUse>'],
    bad: ['<propertyUse/>', '<propertyUse><name/></propertyUse>', '<propertyUse><title>Floor 2</title></propertyUse>'],
  },
  useDetails: {
    decode: decodeUseDetails,
    good: [
      '<useDetails/>',
      `<useDetails><numberOfWorkers currentAsOf="2026-01-01"><value>5</value></numberOfWorkers>${area}<numberOfWorkers><value>6</value></numberOfWorkers></useDetails>`,
    ],
    bad: [
      '<useDetails><workers/></useDetails>',
      '<useDetails><numberOfWorkers><value>x</value></numberOfWorkers></useDetails>',
    ],
  },
  useDetail: {
    decode: decodeUseDetail,
    good: [area, '<percentOfficeHeated temporary="false"><value>Not Heated</value></percentOfficeHeated>'],
    bad: ['<percentOfficeHeated><value>Cold</value></percentOfficeHeated>', area.replace('1000', '10.5')],
  },
  additionalIdentifier: {
    decode: decodeIdentifier,
    good: [
      identifier(''),
      identifier('<value>T-1</value><description>Ours</description>').replace(
        '<additionalIdentifier>',
        '<additionalIdentifier id="7">',
      ),
      '<additionalIdentifier><additionalIdentifierType id="4" standardApproved="true" name="n" description="d" group="CITY_TOWN"/></additionalIdentifier>',
    ],
    bad: [
      '<additionalIdentifier><value>T-1</value></additionalIdentifier>',
      identifier('<value/>'),
      identifier('<description></description>'),
      identifier('').replace('id="1"', 'id="one"'),
      identifier('').replace('id="1"', 'group="TOWN"'),
    ],
  },
}
