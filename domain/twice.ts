import { allowed, refused, type Verdict } from './verdict'

/** Compared as they are read: case, form of letters and what ends the sentence make no second one. */
const gist = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+$/u, '')

const isThere = (texts: readonly string[], text: string): boolean => texts.some((own) => gist(own) === gist(text))

/**
 * A question stands in its incident once. Asked twice, by two people or by a second try after a lost answer, its claims
 * would stand apart, and rivals would not be rivals.
 * @param others the texts of the incident's other questions
 */
export function mayAsk(others: readonly string[], text: string): Verdict {
  if (!isThere(others, text)) return allowed
  return refused(
    'question.twice',
    'This incident has that question already.',
    'Add the claim under it. If you do not see it here, load the page again.',
  )
}

/**
 * So does a claim under its question: two of one text would be rivals of themselves.
 * @param others the texts of the question's other claims that are not withdrawn
 */
export function mayClaim(others: readonly string[], text: string): Verdict {
  if (!isThere(others, text)) return allowed
  return refused(
    'claim.twice',
    'This question has that claim already.',
    'Attach the evidence to it. If you do not see it here, load the page again.',
  )
}
