/**
 * What energy costs: hundred-thousandths of a dollar for a kilowatt-hour, a therm, a kilowatt or a day. Ours; bills
 * only have to add up and look like bills. Names of lines are PG&E's where the page or a capture has them.
 */
export const prices = {
  touLines: {
    1: { note: 'Peak Energy Charge', unitCost: 41_000 },
    2: { note: 'Off Peak Energy Charge', unitCost: 26_000 },
    3: { note: 'Part Peak Energy Charge', unitCost: 32_000 },
    4: { note: 'Peak Energy Charge', unitCost: 33_000 },
    5: { note: 'Part Peak Energy Charge', unitCost: 28_000 },
    6: { note: 'Off Peak Energy Charge', unitCost: 24_000 },
    7: { note: 'Peak Energy Charge', unitCost: 33_000 },
    8: { note: 'Off Peak Energy Charge', unitCost: 24_000 },
    9: { note: 'Super Off Peak Energy Charge', unitCost: 18_000 },
  } as Readonly<Record<number, { note: string; unitCost: number }>>,
  /** Steps of use a day: up to so many times the baseline. */
  electricTiers: [
    { note: 'Baseline Usage', upTo: 1, unitCost: 18_000 },
    { note: 'Above Baseline 1%-30%', upTo: 1.3, unitCost: 21_000 },
    { note: 'Above Baseline 31%-100%', upTo: 2, unitCost: 28_000 },
    { note: 'Above Baseline 101%-200%', upTo: Infinity, unitCost: 33_000 },
  ],
  gasTiers: [
    { note: 'Baseline Usage', upTo: 1, unitCost: 158_000 },
    { note: 'Excess Usage', upTo: Infinity, unitCost: 204_000 },
  ],
  /** A day: kilowatt-hours and therms. Medical Baseline adds to the first. */
  baseline: { electric: 10.5, gas: 0.6, medical: 16.5 },
  demand: { note: 'Max Demand Charge', unitCost: 1_850_000 },
  customer: { note: 'Customer Charge', perDay: 32_854 },
  bond: { note: 'DWR Bond Charge', unitCost: 513 },
  tax: {
    electric: { note: 'Energy Commission Tax', unitCost: 30 },
    gas: { note: 'Gas PPP Surcharge', unitCost: 8_200 },
  },
  /** Shares of the energy charges that an option takes off. */
  discounts: { CARE: 0.35, FERA: 0.18 } as Readonly<Record<string, number>>,
} as const
