import type { Span } from '../anchor'
import type { Reading } from './reading'
import { mixHash, WORD } from './tokens'

/** Words of a quotation that says something by itself only where it is what somebody said: a name is as long. */
const LEAST = 5 * WORD
const BELOW = 8 * WORD
const MOST = 60

/** Ends as a sentence does, or a colon leads to it, or a dash away from it. */
const ENDED = /[.,!?…،؟]$/u
const LED_TO = /:\s*$/u
const LED_AWAY = /^[,،]?\s*[—–-]\s/u

/** Of each quotation of five to seven words that is given as speech a hash of its words, and their weight. */
export function shortSpeech({
  article: { text },
  tokens,
  quotations,
}: Pick<Reading, 'article' | 'tokens' | 'quotations'>) {
  const found = new Map<number, number>()
  let at = 0
  for (const quotation of quotations) {
    let [hash, weight] = [0, 0]
    while (at < tokens.count && (tokens.starts[at] ?? 0) < quotation.start) at++
    for (; at < tokens.count && (tokens.starts[at] ?? 0) < quotation.end; at++) {
      hash = mixHash(hash, tokens.hashes[at] ?? 0)
      weight += tokens.weights[at] ?? 0
    }
    if (weight >= LEAST && weight < BELOW && found.size < MOST && isSaid(text, quotation)) found.set(hash, weight)
  }
  return found
}

function isSaid(text: string, { start, end }: Span): boolean {
  if (ENDED.test(text.slice(end - 1, end))) return true
  return LED_TO.test(text.slice(Math.max(0, start - 4), start - 1)) || LED_AWAY.test(text.slice(end + 1, end + 5))
}
