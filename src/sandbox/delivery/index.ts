export { cutOff } from './cut.ts'
export { deliver } from './deliver.ts'
export { folderIn } from './folder.ts'
export type { Attempted, Sending } from './sending.ts'
