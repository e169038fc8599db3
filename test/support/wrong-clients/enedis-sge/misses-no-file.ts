import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'never asks where a file is that it ordered',
  differs: {
    habits: {
      missFiles: () => {},
    },
  },
  on: ['file-never-arrives'],
  fails: ['files/missing-noticed'],
})
