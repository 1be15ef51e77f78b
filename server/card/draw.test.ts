import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawCard, type Card } from './draw'

const card: Card = {
  organisation: 'The Desk',
  title: 'A fire',
  claim: null,
  mark: { shape: 'probable', word: 'Probably true' },
  date: '2 May 2026',
  isRightToLeft: false,
}

/** The kinds of chunk that a PNG consists of. */
function chunksOf(png: Buffer): string[] {
  const kinds: string[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) kinds.push(png.toString('latin1', at + 4, at + 8))
  return [...new Set(kinds)]
}

test('the same account gives the same picture, which says nothing besides', async () => {
  const picture = await drawCard(card)
  expect(await drawCard(card)).toEqual(picture)
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  expect(chunksOf(picture).filter((kind) => !['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'pHYs'].includes(kind))).toEqual(
    [],
  )
  expect(picture.length).toBeLessThan(60_000)
})

/** How much of a picture is another colour than its ground, in shares of its area. */
async function inkOf(text: Partial<Card>): Promise<number> {
  const { data } = await sharp(await drawCard({ ...card, ...text }))
    .extract({ left: 0, top: 130, width: 1200, height: 350 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data.filter((value) => value < 128).length / data.length
}

test('a title of any length and any script is drawn', async () => {
  for (const title of [
    'Склад боєприпасів',
    'مستودع الذخيرة',
    'Ελλάδα',
    'x'.repeat(5_000),
    'word '.repeat(400),
    '<b>&amp;</b> \u0000',
  ])
    expect(await inkOf({ title }), title.slice(0, 20)).toBeGreaterThan(0.004)
})
