export { controlApp } from './app.ts'
export { openControl, type ControlOptions, type OpenControl } from './open.ts'
export { controlBase, type Control, type Route, type Shelf } from './route.ts'
export { routes } from './routes/index.ts'
