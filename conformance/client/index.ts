export type { Answered, Asking, ClientUnderTest, Words } from './client.ts'
export { commandClient } from './command.ts'
export { moduleClient, type AskContext, type ClientModule } from './module.ts'
export { servedClient } from './served.ts'
