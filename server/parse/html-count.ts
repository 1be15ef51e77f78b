import { Parser } from 'htmlparser2'
import { LIMITS } from './limits'
import { ParseRefused } from './parsed'

/** The text goes in by pieces, so that a page far over a limit is not read to its end. */
const PIECE = 64 * 1024

/**
 * Counts what a page is made of before any of it is built.
 * @throws ParseRefused, `too_deep` or `too_large`
 */
export function demandBuildable(html: string): void {
  let [depth, elements, nodes, attributes] = [0, 0, 0, 0]
  const demand = (count: number, most: number, code: 'too_deep' | 'too_large', what: string) => {
    if (count <= most) return
    const limit = most.toLocaleString('en')
    throw new ParseRefused(code, `This page ${what}; ${limit} is the most. Paste its text instead.`)
  }
  const parser = new Parser({
    onopentagname: () => (attributes = 0),
    onattribute: () => demand(++attributes, LIMITS.attributes, 'too_large', 'has too many attributes on one element'),
    onopentag() {
      demand(++depth, LIMITS.depth, 'too_deep', 'nests its elements too deeply')
      demand(++elements, LIMITS.elements, 'too_large', 'has too many elements')
    },
    onclosetag: () => depth--,
    ontext: () => demand(++nodes, LIMITS.nodes, 'too_large', 'has too many pieces of text'),
    oncomment: () => demand(++nodes, LIMITS.nodes, 'too_large', 'has too many comments'),
  })
  for (let at = 0; at < html.length; at += PIECE) parser.write(html.slice(at, at + PIECE))
  parser.end()
}
