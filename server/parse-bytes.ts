import { ParseRefused, type Hint, type Parsed } from './parse/parsed'

export { ParseRefused } from './parse/parsed'
export type { Fact, Facts, Hint, Parsed, ParsedImage, ParsedText, ParseRefusal } from './parse/parsed'

/**
 * Reads what was fetched or dropped, in a process of its own that can be killed: HTML, plain text, PDF, PNG, JPEG, WebP.
 * @throws ParseRefused for bytes that are none of these, or too much for the limits; the signal's reason when aborted
 */
export function parseBytes(_bytes: Uint8Array, _hint: Hint, _options: { signal?: AbortSignal } = {}): Promise<Parsed> {
  return Promise.reject(new ParseRefused('type', 'Files and pages cannot be read yet: paste the text instead.'))
}
