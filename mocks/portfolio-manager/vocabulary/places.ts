/** Countries of an address, by ISO code. Source: XSD26, countryList. */
export const countries: readonly string[] = [
  'US AD AE AF AG AI AL AM AO AQ AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT',
  'BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH',
  'ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GW GY HK HM HN HR HT HU',
  'ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT',
  'LU LV LY MA MC MD ME MF MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP',
  'NR NU NZ OM PA PE PF PG PH PK PL PM PN PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK',
  'SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UY UZ VA VC',
  'VE VG VN VU WF WS YE YT ZA ZM ZW',
].flatMap((row) => row.split(' '))

/** States of the United States and provinces of Canada. Source: XSD26, addressType. */
export const states: readonly string[] = [
  'AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MH MI MN MO MP MS MT NC ND',
  'NE NH NJ NM NN NV NY OH OK OR PA PI PR RI SC SD TN TT TX UM UT VA VI VT WA WI WQ WV WY AB BC MB NB',
  'NL NS NT NU ON PE QC SK YT',
].flatMap((row) => row.split(' '))

/** Countries of a federal agency, an older list than that of addresses. Source: XSD26, AgencyType. */
export const agencyCountries: readonly string[] = [
  'US CA AD AE AF AG AL AM AN AO AQ AR AS AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BV',
  'BW BY BZ CC CD CF CG CH CI CK CL CM CN CO CR CS CU CV CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES',
  'ET FI FJ FK FM FO FR GA GB GD GE GF GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE',
  'IL IN IO IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA',
  'MC MD MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM',
  'PA PE PF PG PH PK PL PM PN PR PS PW PY QA RE RO RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR',
  'ST SV SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM UY UZ VC VE VG VI VN VU WF WS',
  'YE YT ZA ZM ZW',
].flatMap((row) => row.split(' '))

/** The provider's clocks and days are those of the US east coast. Source: REC and E2E, audit times. */
export const providerZone = 'America/New_York'
