/** Where a usage point is, in the parts that every API spells its own way. */
export type Address = {
  /** `ESC B ETG 3 APT 12` */
  staircaseFloorApartment: string | null
  building: string | null
  /** `1 RUE DE LA MER` */
  numberAndStreet: string
  /** A hamlet or named place (lieu-dit). */
  locality: string | null
  postalCode: string
  city: string
  /** Of the commune: five characters, never the postal code. */
  inseeCode: string
  geoPoint: { latitude: string; longitude: string; altitude: string } | null
}
