import exifr from 'exifr'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { cleanText, normaliseLine } from '@/domain/text'
import { LIMITS } from './limits'
import { ParseRefused, type ParsedImage } from './parsed'
import { binaryType } from './media-type'

/** How much of EXIF is shown. */
const MOST_ENTRIES = 120
const LONGEST_VALUE = 300

/**
 * A picture, decoded and encoded anew.
 * @throws ParseRefused `too_large` from the header alone, `unreadable`, `too_much_memory`
 */
export async function readImage(bytes: Buffer): Promise<ParsedImage> {
  sharp.cache(false)
  sharp.concurrency(1)
  // The header alone; with the limit on, sharp would refuse without saying how large the picture is.
  const header = await reading(sharp(bytes, { limitInputPixels: false }).metadata())
  demandSize(header)
  const picture = sharp(bytes, { failOn: 'error', limitInputPixels: LIMITS.pixels, sequentialRead: true, pages: 1 })
  const { data, info } = await reading(shownOf(picture, header))
  return {
    kind: 'image',
    mediaType: binaryType(bytes) ?? '',
    ...header.autoOrient,
    exif: header.exif === undefined ? [] : await exifOf(header.exif),
    shown: data,
    shownMediaType: `image/${info.format}`,
    parser: `sharp ${sharp.versions.sharp} / libvips ${sharp.versions.vips}`,
  }
}

function demandSize({ width, height }: Metadata): void {
  if (width * height <= LIMITS.pixels) return
  const size = `${width.toLocaleString('en')} × ${height.toLocaleString('en')}`
  throw new ParseRefused('too_large', `This picture has ${size} pixels; it must have fewer than 100 million.`)
}

/** Metadata goes because it is not asked to stay; colours become sRGB, which is what is left without a profile. */
function shownOf(picture: Sharp, { hasAlpha }: Metadata) {
  const size = LIMITS.shown
  const shown = picture
    .autoOrient()
    .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  const encoded = hasAlpha
    ? shown.webp({ quality: 90, effort: 2 })
    : shown.jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
  return encoded.toBuffer({ resolveWithObject: true })
}

async function reading<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    const { message } = error as Error
    if (/pixel limit/i.test(message))
      throw new ParseRefused('too_large', 'This picture must have fewer than 100 million pixels.')
    if (/memory|allocat/i.test(message))
      throw new ParseRefused('too_much_memory', 'This picture takes too much memory.')
    throw new ParseRefused('unreadable', 'This picture is damaged or cut short: it cannot be read.')
  }
}

/** What the camera and the programs wrote beside the pixels, as plain lines. Damaged EXIF is as if there were none. */
async function exifOf(block: Buffer): Promise<ParsedImage['exif']> {
  const tiff = block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block
  try {
    const read = (await exifr.parse(tiff, {
      tiff: true,
      exif: true,
      gps: true,
      interop: false,
      makerNote: false,
      userComment: true,
      reviveValues: false,
      sanitize: true,
    })) as Record<string, unknown> | undefined
    return Object.entries(read ?? {})
      .map(([name, value]) => ({ name: normaliseLine(cleanText(name)).slice(0, 100), value: wordsOf(value) }))
      .filter(({ name, value }) => name !== '' && value !== '')
      .slice(0, MOST_ENTRIES)
  } catch {
    return []
  }
}

function wordsOf(value: unknown): string {
  if (ArrayBuffer.isView(value)) return ''
  if (Array.isArray(value)) return value.slice(0, 20).map(wordsOf).join(', ')
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  return normaliseLine(cleanText(String(value).slice(0, LONGEST_VALUE)))
}
