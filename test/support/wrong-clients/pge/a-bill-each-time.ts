import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'keeps a bill as often as it is told',
  differs: {
    habits: {
      keepBill(run, told) {
        const { bills } = run.habits.agreementOf(run, told.usagePoint)
        bills[`${told.start} ${Object.keys(bills).length}`] = run.habits.billFrom(run, told)
      },
    },
  },
  on: ['self-access'],
  fails: ['bills/once'],
})
