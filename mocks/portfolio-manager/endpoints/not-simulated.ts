/**
 * Paths that the provider has and we do not simulate yet: answered as unknown, with a finding. Source: DOC, the catalogue
 * of web services.
 */
const groups: Readonly<Record<string, readonly string[]>> = {
  'Associations with property uses are not simulated': [
    '/association/propertyUse/:propertyUseId/meter',
    '/association/propertyUse/:propertyUseId/meter/:meterId',
  ],
  'Of metrics, those of uses and designs are not simulated': [
    '/property/:propertyId/useDetails/metrics',
    '/property/:propertyId/design/metrics',
  ],
  'Lists of buildings answer at /property/{id}/building': ['/property/:propertyId/building/list'],
  'Settings of the front page are not simulated': ['/billboardMetric/setting'],
  'Designs, baselines, verifications and projects are not simulated': [
    '/property/:propertyId/design',
    '/property/:propertyId/baselineAndTarget',
    '/property/:propertyId/verification',
    '/property/:propertyId/energyPerformanceProject',
    '/property/:propertyId/energyPerformanceProject/list',
    '/energyPerformanceProject/*',
    '/property/:propertyId/customMetrics',
    '/property/:propertyId/weatherStation',
    '/property/:propertyId/internationalWeatherStation',
    '/property/:propertyId/eGridSubregion',
    '/property/:propertyId/edu',
    '/property/:propertyId/pgp',
    '/federalAgency/*',
  ],
  'Individual and aggregate meters are not simulated': [
    '/meter/:meterId/individual/*',
    '/meter/:meterId/aggregateMeter',
  ],
  'Green power is not simulated': ['/meter/:meterId/greenPower/*', '/greenPower/*'],
  'Reports, data requests, Target Finder and Yardstick are another product area': [
    '/reports',
    '/reports/*',
    '/dataRequests',
    '/dataRequests/*',
    '/dataResponses',
    '/dataResponses/*',
    '/dataResponse/*',
    '/targetFinder',
    '/targetFinder/*',
    '/yardstick',
    '/yardstick/*',
  ],
}

export const notSimulated = Object.entries(groups).flatMap(([says, paths]) =>
  paths.map((path) => ({ path, says: `${says}: ${path} was answered as if it did not exist.` })),
)
