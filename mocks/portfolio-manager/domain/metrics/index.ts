export { readMetrics, readMonthlyMetrics, readReasons } from './read.ts'
export { systems, type MeasurementSystem } from './metric.ts'
