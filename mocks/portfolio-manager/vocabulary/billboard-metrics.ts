/** Metrics that an account may put on its front page: some of them. Source: DOC, Billboard Metric; names by the inventory. */
export const billboardMetrics = [
  'score',
  'siteTotal',
  'siteIntensity',
  'sourceTotal',
  'sourceIntensity',
  'energyCost',
  'totalGHGEmissions',
  'waterUseTotal',
  'waterIntensityTotal',
] as const satisfies readonly string[]
