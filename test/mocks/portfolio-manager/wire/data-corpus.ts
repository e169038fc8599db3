import { decodeAssociations } from '../../../../mocks/portfolio-manager/wire/association.ts'
import { decodeWasteDataList, decodeWasteEntry } from '../../../../mocks/portfolio-manager/wire/waste-data.ts'
import type { Bodies } from './corpus.ts'

const waste = (inside = '', attributes = '') =>
  `<wasteData${attributes}><startDate>2026-01-01</startDate>${inside}</wasteData>`
const energy = (representation: string, meters = '<meters><meterId>1</meterId><meterId>2</meterId></meters>') =>
  `<meterPropertyAssociationList><energyMeterAssociation>${meters}<propertyRepresentation>${representation}</propertyRepresentation></energyMeterAssociation></meterPropertyAssociationList>`
const type = (name: string) => `<propertyRepresentationType>${name}</propertyRepresentationType>`
const combination = type('Combination of Tenant and Common Area Consumption')
const uses = (...names: string[]) =>
  `<tenantCommonAreaEnergyUseList>${names.map((name) => `<energyUse>${name}</energyUse>`).join('')}</tenantCommonAreaEnergyUseList>`

/** Bodies about waste and associations: those the provider's schema lets through, and those it refuses. */
export const dataCorpus: Record<string, Bodies> = {
  wasteData: {
    decode: decodeWasteEntry,
    good: [
      waste(),
      waste('<quantity>1.5</quantity><endDate>2026-01-31</endDate><cost/>', ' estimatedValue="true"'),
      waste(
        '<timesEmptied>4</timesEmptied><averagePercentFull>75</averagePercentFull><disposalDestination><landfillPercentage>60</landfillPercentage><unknownDestPercentage>40.5</unknownDestPercentage></disposalDestination>',
      ),
    ],
    bad: [
      '<wasteData><quantity>1</quantity></wasteData>',
      waste('<averagePercentFull>60</averagePercentFull>'),
      waste('<timesEmptied>-1</timesEmptied>'),
      waste('<estimatedValue>true</estimatedValue>'),
      waste('<quantity>much</quantity>'),
      waste('<disposalDestination><landfillPercentage>-5</landfillPercentage></disposalDestination>'),
      waste('<disposalDestination><ocean>5</ocean></disposalDestination>'),
      waste('<endDate>31.01.2026</endDate>'),
    ],
  },
  wasteDataList: {
    decode: decodeWasteDataList,
    good: [
      `<wasteDataList>${waste()}</wasteDataList>`,
      `<wasteDataList>${waste('<quantity>1</quantity>').repeat(120)}<links/></wasteDataList>`,
    ],
    bad: [
      `<wasteDataList>${waste().repeat(121)}</wasteDataList>`,
      `<wasteDataList><meterConsumption/></wasteDataList>`,
      `<wasteDataList><links/>${waste()}</wasteDataList>`,
    ],
  },
  meterPropertyAssociationList: {
    decode: decodeAssociations,
    good: [
      '<meterPropertyAssociationList/>',
      energy(type('Whole Property')),
      energy(type('No Selection Made'), '<meters/>'),
      energy(`${combination}${uses('Tenant Heating', 'Common Area Cooling')}`),
      energy(`${type('Other')}<propertyRepresentationTypeOtherDesc>Half</propertyRepresentationTypeOtherDesc>`),
      '<meterPropertyAssociationList><wasteMeterAssociation><meters><meterId>3</meterId></meters></wasteMeterAssociation></meterPropertyAssociationList>',
    ],
    bad: [
      energy(''),
      energy(type('Half the Property')),
      energy(type('Whole Property'), ''),
      energy(type('Whole Property'), '<meters><meterId>main</meterId></meters>'),
      energy(`${combination}${uses()}`),
      energy(`${combination}${uses('Tenant Music')}`),
      energy(`${type('Other')}<propertyRepresentationTypeOtherDesc/>`),
      `<meterPropertyAssociationList><wasteMeterAssociation><meters/><propertyRepresentation>${type('Other')}</propertyRepresentation></wasteMeterAssociation></meterPropertyAssociationList>`,
      '<meterPropertyAssociationList><gasMeterAssociation/></meterPropertyAssociationList>',
    ],
  },
}
