import sharp, { type OverlayOptions } from 'sharp'
import { LEVEL_SHAPE, type LevelOrDisputed } from '@/domain/level-shape'
import { BOLD_FAMILIES, FAMILIES, layOutFonts } from './fonts'

export type Card = {
  organisation: string
  /** Of the account, in its own language. */
  title: string
  /** The central claim, where there is one. */
  claim: string | null
  /** How sure the team is of that claim, or what became of the account: a shape, and the word for it. */
  mark: { shape: LevelOrDisputed | 'danger'; word: string } | null
  /** When it was published, in words. */
  date: string
  isRightToLeft: boolean
}

/** As social networks ask for it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const
const EDGE = 72
const WIDTH = CARD_SIZE.width - 2 * EDGE

// Tokens of app/globals.css, in the light.
const PAPER = '#fcfbf8'
const INK = '#1c1b19'
const MUTED = '#5a5751'
const RULE = '#dad6cd'
const COLOUR: Readonly<Record<LevelOrDisputed | 'danger', string>> = {
  confirmed: '#00594a',
  probable: '#1a5c85',
  possible: '#6b5200',
  doubtful: '#8c4000',
  improbable: '#94143f',
  unknown: '#4f5359',
  disputed: '#5f2c94',
  danger: '#a3180f',
}

type Style = { size: number; colour: string; isBold?: boolean; width?: number }
type Drawn = { data: Buffer; width: number; height: number }

const marked = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)

// No picture is drawn twice. And each thread that draws keeps for ever the most that it once had, in pieces: with four at once
// on all of them a copy of a large site grew by 200 MB (docs/performance.md).
sharp.cache(false)
sharp.concurrency(1)
let last: Promise<unknown> = Promise.resolve()

/** The picture that stands for an account where it is shared: a PNG without a word about who or what made it. One at a time. */
export function drawCard(card: Card): Promise<Buffer> {
  const drawn = last.then(() => draw(card))
  last = drawn.catch(() => undefined)
  return drawn
}

/** Text in lines as wide as there is room; scripts are shaped and directed as they should be (HarfBuzz, FriBidi). */
async function write(text: string, { size, colour, isBold = false, width = WIDTH }: Style): Promise<Drawn> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${marked(text)}</span>`,
      font: `${isBold ? BOLD_FAMILIES : FAMILIES} ${size}`,
      width,
      rgba: true,
      dpi: 72,
      wrap: 'word-char',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** More than has room, in characters. */
const MOST = 400

/** As large as it can be in so high a place, and cut where the smallest size does not fit. */
async function fit(text: string, height: number, sizes: readonly number[], style: Omit<Style, 'size'>): Promise<Drawn> {
  let left = text.slice(0, MOST)
  for (const size of sizes) {
    const drawn = await write(left, { ...style, size })
    if (drawn.height <= height) return drawn
  }
  const size = sizes.at(-1) ?? 24
  for (;;) {
    left = left.slice(0, Math.floor(left.length * 0.85)).replace(/\s+\S*$/u, '')
    const drawn = await write(`${left}…`, { ...style, size })
    if (drawn.height <= height || left.length < 2) return drawn
  }
}

async function draw({ organisation, title, claim, mark, date, isRightToLeft }: Card): Promise<Buffer> {
  layOutFonts()
  const name = await fit(organisation, 48, [30, 26], { colour: MUTED, isBold: true })
  const heading = await fit(title, claim === null ? 330 : 250, [64, 56, 48, 42, 36], { colour: INK, isBold: true })
  const day = await write(date, { size: 28, colour: MUTED })
  const under = 150 + heading.height + 36
  const layers = [at(name, EDGE - 8), at(heading, 150)]
  if (claim !== null) {
    const room = CARD_SIZE.height - EDGE - 76 - under
    if (room > 40) layers.push(at(await fit(claim, room, [30, 26], { colour: MUTED }), under))
  }
  const foot = CARD_SIZE.height - EDGE - 44
  if (mark !== null) {
    const word = await fit(mark.word, 60, [38, 32], { colour: COLOUR[mark.shape], isBold: true, width: 760 })
    layers.push(at(word, foot + Math.round((48 - word.height) / 2), 64))
    layers.push(at({ data: Buffer.from(shapeOf(mark.shape)), width: 48, height: 48 }, foot))
  }
  layers.push(at(day, foot + Math.round((48 - day.height) / 2), 0, true))
  return sharp(Buffer.from(ground(mark === null ? MUTED : COLOUR[mark.shape])))
    .composite(layers)
    .png({ palette: true, colours: 128 })
    .toBuffer()

  function at({ data, width }: Drawn, top: number, indent = 0, isAtEnd = false): OverlayOptions {
    const isLeft = isRightToLeft === isAtEnd
    return { input: data, top, left: isLeft ? EDGE + indent : CARD_SIZE.width - EDGE - indent - width }
  }
}

const ground = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_SIZE.width}" height="${CARD_SIZE.height}"><rect width="100%" height="100%" fill="${PAPER}"/><rect width="100%" height="14" fill="${colour}"/><rect x="${EDGE}" y="120" width="${WIDTH}" height="2" fill="${RULE}"/></svg>`

function shapeOf(shape: LevelOrDisputed | 'danger'): string {
  const strokes = LEVEL_SHAPE[shape === 'danger' ? 'improbable' : shape].map(
    ({ d, isFilled, isCut, hasNoLine, width, dashes }) =>
      `<path d="${d}" fill="${isFilled ? COLOUR[shape] : 'none'}" stroke="${hasNoLine ? 'none' : isCut ? PAPER : COLOUR[shape]}" stroke-width="${width ?? 1.75}"${dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`}/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 16 16" stroke-linecap="round" stroke-linejoin="round">${strokes.join('')}</svg>`
}
