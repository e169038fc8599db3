import { dayOf } from '../../paris.ts'
import type { Collected, Order, Wish } from '../memory.ts'
import type { Run } from '../run.ts'
import { NotNow, OutOfService, Refused } from '../trouble.ts'
import type { Words } from '../setting.ts'
import { affaireIn } from '../wire/services.ts'

const dayMs = 86_400_000

/** Orders that lead to files. */
export const orders = {
  /** The past of a point as a file: remembered until it is ordered, whatever comes between. */
  async history(run: Run): Promise<void> {
    const { habits, memory, setting } = run
    const { from, until, of } = setting.told as { from: string; until: string; of?: Collected }
    const wish: Wish = { usagePoint: habits.pointTold(run), from, until, of: of ?? 'CDC' }
    await habits.oneOfSeveral(run, wish.usagePoint, async () => {
      habits.mayWish(run, wish)
      memory.wishes.push(wish)
      run.save()
      await habits.orderWish(run, wish)
    })
  },

  /** Not without an agreement, and not what is under way. */
  mayWish(run: Run, wish: Wish): void {
    const { habits } = run
    habits.mustBeAgreed(run, wish.usagePoint)
    if (!habits.isWished(run, wish)) return
    throw new NotNow('ordered already: we wait for the file', `A history of ${wish.usagePoint} is under way.`)
  },

  /** Wished for, or ordered and not there yet. */
  isWished({ memory, habits }: Run, wish: Wish): boolean {
    const awaited = Object.values(memory.orders).filter(({ via, state }) => via === 'HDM' && state === 'awaited')
    const ordered = awaited.map(({ usagePoints: [usagePoint = ''], ...order }) => ({ ...order, usagePoint }))
    return [...memory.wishes, ...ordered].some((one) => habits.isSameHistory(one, wish))
  },

  isSameHistory(one: Past, other: Past): boolean {
    return (['usagePoint', 'from', 'until', 'of'] as const).every((word) => one[word] === other[word])
  },

  async orderWishes(run: Run): Promise<void> {
    const { habits, memory } = run
    for (const wish of [...memory.wishes])
      await habits.oneOfSeveral(run, wish.usagePoint, () => habits.orderWish(run, wish))
  },

  /** Collection runs first: it is never too late for a history, and always too late for what nobody collected. */
  async orderWish(run: Run, wish: Wish): Promise<void> {
    const { habits, memory, setting } = run
    const { usagePoint, from, until, of } = wish
    habits.mustBeAgreed(run, usagePoint)
    if (habits.mayBeUnderWay(run, wish)) return
    await habits.beforeHistory(run, usagePoint)
    const affaire = await habits.orderHistory(run, wish)
    const { direction } = habits.mustBeAgreed(run, usagePoint)
    const about = { via: 'HDM' as const, usagePoints: [usagePoint], of, from, until, direction }
    memory.orders[affaire] = { ...about, orderedAt: setting.now, state: 'awaited' }
    habits.forget(run, wish)
  },

  /** Nobody answered, and the order may have been taken: its file would come within a day. */
  mayBeUnderWay({ setting }: Run, { sentAt }: Wish): boolean {
    return sentAt !== undefined && Date.parse(setting.now) - Date.parse(sentAt) < dayMs
  },

  /** A wish that is refused is none any more; one that was not heard is told again another day. */
  async orderHistory(run: Run, wish: Wish): Promise<string> {
    const { habits } = run
    try {
      const words = habits.historyWords(run, wish)
      const { body } = await habits.call(run, 'commanderTransmissionHistoriqueMesures', words)
      return affaireIn(body) ?? ''
    } catch (error) {
      if (error instanceof Refused && !habits.isAboutUs(error.code)) habits.forget(run, wish)
      if (error instanceof OutOfService) wish.sentAt = run.setting.now
      throw error
    }
  },

  forget(run: Run, wish: Wish): void {
    run.memory.wishes = run.memory.wishes.filter((one) => one !== wish)
    run.save()
  },

  async beforeHistory(run: Run, usagePoint: string): Promise<void> {
    await run.habits.collect(run, usagePoint)
  },

  historyWords(run: Run, { usagePoint, from, until, of }: Wish): Words {
    const { habits, memory } = run
    const segment = memory.agreements[usagePoint]?.segment ?? null
    const minutes = habits.isHome(segment) ? '30' : '10'
    return {
      objetCode: 'HDM',
      pointId: usagePoint,
      dateDebut: from,
      dateFin: until,
      declarationAccordClient: { accordClient: true, ...habits.declared(run, usagePoint) },
      mesureType: of,
      mesureCorrigee: false,
      ...(of === 'CDC' && { pasCdc: { valeur: minutes, unite: 'min' } }),
    }
  },

  /** What many points measured, as files: of those whose customers agree. */
  async order(run: Run): Promise<void> {
    const { habits, memory, setting } = run
    const { usagePoints = [], of, from, until, format } = setting.told as Partial<OrderTold>
    const agreed = usagePoints.filter((usagePoint) => habits.mayBeOrdered(run, usagePoint))
    if (agreed.length === 0) throw new NotNow('no agreement', 'No customer of these points has agreed.')
    const direction = setting.told['direction'] === 'production' ? 'production' : 'consumption'
    const words = {
      ...(format !== undefined && { format }),
      pointIds: { pointId: agreed },
      mesuresTypeCode: of,
      mesuresCorrigees: false,
      dateDebut: from,
      dateFin: until,
      sens: direction === 'production' ? 'INJECTION' : 'SOUTIRAGE',
      cadreAcces: 'ACCORD_CLIENT',
    }
    const { body } = await habits.call(run, 'commandeHistoriqueDonneesMesuresFines', words)
    const about = {
      via: 'M023',
      usagePoints: agreed,
      direction,
      of: of ?? '',
      from: from ?? '',
      until: until ?? '',
    } as const
    memory.orders[affaireIn(body) ?? ''] = { ...about, orderedAt: setting.now, state: 'awaited' }
    run.save()
  },

  /** A point whose customer has not agreed is left out and told of. */
  mayBeOrdered(run: Run, usagePoint: string): boolean {
    if (run.habits.isAgreed(run, usagePoint)) return true
    const because = `The customer of ${usagePoint} has not agreed: it was left out of the order.`
    run.habits.decide(run, { decision: 'no agreement', because, usagePoint })
    return false
  },

  /** A file that has not come a day after it was ordered: a person should ask. Ordering again brings nothing sooner. */
  missFiles(run: Run): void {
    const { memory, setting, habits } = run
    for (const [affaire, order] of Object.entries(memory.orders)) {
      if (order.state === 'come' || Date.parse(setting.now) - Date.parse(order.orderedAt) < dayMs) continue
      const because = `The file of order ${affaire} of ${dayOf(order.orderedAt)} has not come.`
      const [usagePoint = ''] = order.usagePoints
      habits.decide(run, { decision: 'file is late: ask Enedis', because, usagePoint })
    }
  },

  /** The order that a file belongs to, by its number in the file's name. */
  orderOf({ memory }: Run, name: string): Order | undefined {
    const parts = name.replace(/\.\w+$/, '').split('_')
    const affaire = parts.find((part) => Object.hasOwn(memory.orders, part))
    return affaire === undefined ? undefined : memory.orders[affaire]
  },
}

type Past = Pick<Wish, 'usagePoint' | 'from' | 'until'> & { of: string }
type OrderTold = { usagePoints: string[]; of: string; from: string; until: string; format: string }
