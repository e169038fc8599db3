/** The two numbers of application errors: the schema was broken, and everything else. */
export const schema = '-100'
export const application = '-200'
