import type { Db } from '@/db/client'
import type { Language } from '@/domain/language'
import type { Actor } from '@/domain/policy'
import { mayStay } from '@/domain/rendition-words'
import { callAs } from './caller'
import type { TestDesk } from './desk'

/** What a translator writes: each line and each text in other words, the citations kept. */
export const inWords = (text: string) => text.replace(/[^[\]\d]+/g, ' слово ').trim()

/** A name of its own for each. */
const named = (name: string) => `Слово: ${name}`

/** A translation of what is published, begun and filled in whole by the desk's third. */
export async function writeRendition(db: Db, desk: TestDesk, language: Language = 'uk', by: Actor = desk.third) {
  const call = callAs(db, by)
  const { revision, original, lines } = await call.rendition.begin({ incidentId: desk.incidentId, language })
  const saved = await call.rendition.save({
    revisionId: revision.id,
    version: revision.version,
    lines: lines.map((line) => `Слово. ${line}`),
    words: Object.fromEntries(
      original.words.map((own) => [own.path, mayStay(own) ? named(own.text) : `Слово: ${inWords(own.text)}`]),
    ),
  })
  return { id: revision.id, version: saved.version }
}

export async function submitRendition(db: Db, desk: TestDesk, language?: Language) {
  const draft = await writeRendition(db, desk, language)
  const view = await callAs(db, desk.third).rendition.submit({ revisionId: draft.id, version: draft.version })
  return { ...draft, hash: view.hash }
}

export async function approveRendition(db: Db, desk: TestDesk, language?: Language) {
  const text = await submitRendition(db, desk, language)
  await callAs(db, desk.reviewer).rendition.approve({ revisionId: text.id, seenHash: text.hash })
  return text
}

export async function publishRendition(db: Db, desk: TestDesk, language?: Language) {
  const text = await approveRendition(db, desk, language)
  const view = await callAs(db, desk.author).rendition.publish({ revisionId: text.id })
  return { ...text, renditionId: view.published?.id ?? '', view }
}
