import type { Change, Said } from './change'
import type { Words } from './wording'

type Says = Change['says']

/** What a sentence holds of the account's own, by the tag that it stands at. */
export type SaidTag = 'before' | 'after' | 'text'

const FORM = { both: 'change.changed', onlyAfter: 'change.given', onlyBefore: 'change.gone' } as const

/** The message of a sentence, with the name of what it speaks of. */
export function messageOf(says: Says, { t }: Words) {
  if (says.form === 'note') return { key: `change.note.${says.note}` as const, what: '' }
  const { before, after } = says
  const key = FORM[before === null ? 'onlyAfter' : after === null ? 'onlyBefore' : 'both']
  return { key, what: t(`change.what.${says.what}`) }
}

/** What stands at a tag. A note's own words are the account's, and so is a quoted text. */
export function saidAt(tag: SaidTag, says: Says): Said | null {
  if (says.form === 'note') return says.text === null ? null : { as: 'text', text: says.text }
  return tag === 'before' ? says.before : says.after
}

/** In the reader's words. `quote`: a text of the account, with the marks of the reader's language around it. */
export function saidText(said: Said, words: Words, quote: (text: string) => string): string {
  const { t, within } = words
  switch (said.as) {
    case 'text':
      return quote(said.text)
    case 'names':
      return listed(said.names, words)
    case 'sides':
      return listed(
        said.sides.map(({ name, parties }) => t('change.side', { name, parties: listed(parties, words) })),
        words,
      )
    case 'when':
      return words.when(said.edtf)
    case 'number':
      return words.number(said.number)
    case 'type':
      return within(t(`scale.type.${said.type}`))
    case 'stance':
      return within(t(`account.evidence.${said.stance}`))
    case 'language':
      return words.nameOf(said.tag)
    case 'finding':
      return t('change.finding', {
        heading: t(`scale.heading.${said.heading}`),
        level: t(`scale.level.${said.level}`),
      })
    case 'place': {
      const { latitude, longitude, precision } = said
      const known = t(`scale.precision.${precision}`)
      const name = quote(said.name)
      return latitude === null || longitude === null
        ? t('change.placeNamed', { name, precision: known })
        : t('change.placeAt', { name, at: `${latitude}, ${longitude}`, precision: known })
    }
  }
}

const listed = (items: readonly string[], { t, list }: Words): string =>
  items.length === 0 ? t('change.nothing') : list(items)

/** A change as one line of plain text. */
export function changeText({ subject, says }: Change, words: Words): string {
  const { t, within } = words
  const quote = (text: string) => t.markup('change.quote', { text: () => text })
  const put = (tag: SaidTag) => () => {
    const said = saidAt(tag, says)
    return said === null ? '' : says.form === 'note' && said.as === 'text' ? said.text : saidText(said, words, quote)
  }
  const { key, what } = messageOf(says, words)
  const sentence = t.markup(key, { what, before: put('before'), after: put('after'), text: put('text') })
  if (subject === null) return sentence
  const about = t.markup(`change.subject.${subject.kind}`, { text: () => subject.text })
  return t('change.of', { subject: about, sentence: within(sentence) })
}
