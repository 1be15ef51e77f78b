import { normaliseCaptureText } from '@/domain/text'
import { languageOfScript } from './language'
import { ParseRefused, type ParsedText } from './parsed'
import { versionsOf } from './versions'

/** Plain text, Markdown as it is written. @throws ParseRefused `empty` */
export function readPlain(decoded: string): ParsedText {
  const text = normaliseCaptureText(decoded)
  if (text === '') throw new ParseRefused('empty', 'There is no text in this.')
  const language = languageOfScript(text)
  return {
    kind: 'text',
    mediaType: 'text/plain',
    text,
    pageStarts: null,
    facts: {
      title: null,
      byline: null,
      outlet: null,
      language: language === null ? null : { value: language, from: 'letters of the text' },
      published: null,
    },
    parser: versionsOf('@exodus/bytes'),
  }
}
