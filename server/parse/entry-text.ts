import { answerWith } from './answer-with'
import { decode } from './charset'
import { readHtml } from './html'
import { textType } from './media-type'
import { readPlain } from './plain'

void answerWith(async (bytes, hint, now) => {
  const text = decode(bytes, hint.charset)
  return textType(text, hint.mediaType) === 'text/html' ? await readHtml(text, hint, now) : readPlain(text)
})
