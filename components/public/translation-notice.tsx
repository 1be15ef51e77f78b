import { isLanguage, LANGUAGE_NAME, type Language } from '@/domain/language'
import type { Words } from '@/domain/wording'
import { Dot } from './dot'
import { Moment } from './moment'

type Version = { number: number; publishedAt: Date }
type Props = {
  slug: string
  words: Words
  version: Version
  /** The language of the account. */
  original: string
  /** What this page is; null: the original. */
  translation: { publishedAt: Date; note: string | null } | null
  /** The languages that this version has been translated into. */
  languages: readonly Language[]
  translatedVersion: number | null
  takenBack: { at: Date; note: string } | null
  /** The address in each language of this very page. */
  addressIn: (language: Language) => string
}

/** What a reader is told of the language: which version this translates, or that there is no translation, and what else. */
export function TranslationNotice(props: Props) {
  const { words, translation, original, languages, takenBack, translatedVersion } = props
  const isForeign = original.split('-')[0] !== words.language
  const others = languages.filter((language) => language !== words.language)
  if (translation === null && !isForeign && others.length === 0) return null
  if (translation === null && !isForeign)
    return (
      <p className="mb-6 text-sm text-ink-muted print:hidden">
        {words.t.rich('translation.also', { languages: () => <Others {...props} others={others} /> })}
      </p>
    )
  return (
    <div
      role="note"
      className="mb-8 flex max-w-reading flex-col gap-1 border-s-4 border-accent bg-accent-wash px-4 py-3 text-base"
    >
      {translation !== null && <Translated {...props} translation={translation} />}
      {translation === null && isForeign && (
        <>
          {takenBack !== null && <TakenBack {...takenBack} words={words} original={original} />}
          <p>
            {translatedVersion === null
              ? words.t('translation.none', { language: words.nameOf(original) })
              : words.t('translation.noneYet', { number: props.version.number, language: words.nameOf(original) })}
          </p>
          {translatedVersion !== null && (
            <p>
              <a
                href={words.href(`/incidents/${props.slug}/v/${translatedVersion}`)}
                className="link inline-block py-0.5"
              >
                {words.t('translation.older', { number: translatedVersion })}
              </a>
            </p>
          )}
        </>
      )}
      {others.length > 0 && (
        <p>{words.t.rich('translation.also', { languages: () => <Others {...props} others={others} /> })}</p>
      )}
    </div>
  )
}

function Translated({
  words,
  version,
  original,
  translation,
  addressIn,
}: Props & { translation: NonNullable<Props['translation']> }) {
  const { t } = words
  const [base] = original.split('-')
  return (
    <>
      <p className="font-semibold">
        {t.rich('translation.of', {
          number: version.number,
          when: () => <Moment value={version.publishedAt} words={words} />,
          language: words.nameOf(original),
        })}
      </p>
      <p>{t.rich('translation.published', { when: () => <Moment value={translation.publishedAt} words={words} /> })}</p>
      {translation.note !== null && (
        <p>
          {t('translation.note')}: <bdi className="whitespace-pre-line">{translation.note}</bdi>
        </p>
      )}
      {isLanguage(base) && (
        <p>
          <a href={addressIn(base)} hrefLang={base} className="link inline-block py-0.5">
            {t('translation.original')} ({words.nameOf(original)})
          </a>
        </p>
      )}
    </>
  )
}

function TakenBack({ at, note, words, original }: { at: Date; note: string; words: Words; original: string }) {
  return (
    <>
      <p className="font-semibold">
        {words.t.rich('translation.takenBack', { when: () => <Moment value={at} words={words} /> })}
      </p>
      <p lang={original} dir="auto" className="whitespace-pre-line">
        {note}
      </p>
    </>
  )
}

function Others({ others, addressIn }: Props & { others: readonly Language[] }) {
  return others.map((language, index) => (
    <span key={language}>
      {index > 0 && <Dot />}
      <a href={addressIn(language)} hrefLang={language} lang={language} className="link inline-block min-w-6 py-1">
        {LANGUAGE_NAME[language]}
      </a>
    </span>
  ))
}
