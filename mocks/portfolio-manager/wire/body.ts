import { parseXml, XmlError } from '../../../src/toolbox/xml/index.ts'
import type { XmlElement } from '../../../src/toolbox/xml/index.ts'
import { Misfit, read } from '../../../src/toolbox/xml/shape/index.ts'
import type { Read, Shape } from '../../../src/toolbox/xml/shape/index.ts'
import { refuse } from '../errors/index.ts'

/** Reads a request body whose root must be this one, by its shape; anything else is refused as -100. */
export function decodeBody<S extends Shape>(text: string, root: string, shape: S): Read<S> {
  return decodeEither(text, { [root]: shape })[1]
}

/** Reads a request body with one of several roots: says which, and what it held. */
export function decodeEither<Shapes extends Readonly<Record<string, Shape>>>(
  text: string,
  shapes: Shapes,
): { [Root in keyof Shapes]: [Root, Read<Shapes[Root]>] }[keyof Shapes] {
  return asSchemaRefusal(() => {
    const element = parseXml(text)
    return [element.name, read(element, shapeFor(element, shapes))]
  }) as { [Root in keyof Shapes]: [Root, Read<Shapes[Root]>] }[keyof Shapes]
}

/** The name of a body's root, for bodies whose root says what they are. */
export function rootOf(text: string): string {
  return asSchemaRefusal(() => parseXml(text).name)
}

function shapeFor(element: XmlElement, shapes: Readonly<Record<string, Shape>>): Shape {
  const shape = Object.hasOwn(shapes, element.name) ? shapes[element.name] : undefined
  if (shape) return shape
  throw new Misfit(
    `Element '${element.name}': it is not the one expected. Expected is ( ${Object.keys(shapes).join(', ')} ).`,
  )
}

function asSchemaRefusal<Result>(decode: () => Result): Result {
  try {
    return decode()
  } catch (error) {
    if (error instanceof XmlError || error instanceof Misfit) throw refuse.notSchemaValid({ details: [error.message] })
    throw error
  }
}
