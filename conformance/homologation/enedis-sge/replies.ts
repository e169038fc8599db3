import type { Held } from './case.ts'

/** Several things at once. */
export function all(...held: readonly Held[]): Held {
  return { says: held.map(({ says }) => says).join(', '), in: (reply) => held.every((one) => one.in(reply)) }
}

/** How many points a search found. */
export function points({ least, most = Infinity }: { least: number; most?: number }): Held {
  const says =
    least === most
      ? `exactly ${least} point`
      : most === Infinity
        ? `${least} points or more`
        : `${least} to ${most} points`
  const count = (reply: string) => reply.match(/<point id=/g)?.length ?? 0
  return { says, in: (reply) => count(reply) >= least && count(reply) <= most }
}

/** An element, by its name without a prefix. */
export function has(name: string): Held {
  return { says: `<${name}>`, in: (reply) => new RegExp(`<(\\w+:)?${name}[ >]`).test(reply) }
}

export function lacks(name: string): Held {
  return { says: `no <${name}>`, in: (reply) => !has(name).in(reply) }
}

/** The point that was asked for, by its number. */
export function point(id: string): Held {
  return { says: `point ${id}`, in: (reply) => reply.includes(`<point id="${id}">`) }
}

/** Measures of a point in a unit, one or more. */
export function measures(of: string, unit: string): Held {
  return {
    says: `measures of ${of} in ${unit}`,
    in: (reply) =>
      reply.includes(`<pointId>${of}</pointId>`) &&
      reply.includes(`<unite>${unit}</unite>`) &&
      /<(mesure|points|valeur)>/.test(reply),
  }
}

/** What an order comes to, by the sheet of the catalogue of services or by one of its options. */
export function service(word: 'fiche' | 'option', code: string): Held {
  return {
    says: `${word} ${code}`,
    in: (reply) => new RegExp(`<${word} ([^>]* )?code="${code}"`).test(reply),
  }
}
