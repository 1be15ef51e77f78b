import { directionOf, LANGUAGE_NAME, type Language } from '@/domain/language'
import type { Words } from '@/domain/wording'

export type OtherLanguage = { language: Language; href: string }

/** Plain links to this very page in every language, each in its own words. */
export function LanguageList({ words, languages }: { words: Words; languages: readonly OtherLanguage[] }) {
  return (
    <nav aria-label={words.t('frame.languages')} className="print:hidden">
      <ul className="flex flex-wrap gap-x-3 text-xs sm:gap-x-4 sm:text-sm">
        {languages.map(({ language, href }) => (
          <li key={language}>
            <a
              href={href}
              hrefLang={language}
              lang={language}
              dir={directionOf(language)}
              {...(language === words.language && { 'aria-current': 'true' as const })}
              className="link inline-block py-1 aria-[current=true]:font-semibold aria-[current=true]:text-ink aria-[current=true]:no-underline"
            >
              {LANGUAGE_NAME[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
