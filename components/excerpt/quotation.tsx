import type { Evidence, Source } from '@/components/evidence/view'
import { methodWords } from './translation-words'

type Translation = Evidence['excerpt']['translation']

type QuotationProps = {
  exact: string
  language: Source['language']
  translation?: Translation
  isStruck?: boolean
}

/** Words of a capture, in their own direction and language, with what they mean below. */
export function Quotation({ exact, language, translation = null, isStruck = false }: QuotationProps) {
  return (
    <div className="flex flex-col gap-1">
      <blockquote
        dir="auto"
        {...(language !== null && { lang: language })}
        className={`border-s-2 border-rule-strong ps-2.5 font-serif text-base whitespace-pre-line [unicode-bidi:isolate] ${isStruck ? 'text-ink-muted line-through' : ''}`}
      >
        {exact === '' ? <span className="font-sans text-sm text-ink-muted">The quotation was redacted.</span> : exact}
      </blockquote>
      {translation !== null && (
        <div className="ps-3">
          <p dir="auto" lang={translation.language} className="font-serif text-base [unicode-bidi:isolate]">
            {translation.text}
          </p>
          <p className="text-xs text-ink-muted">
            {methodWords(translation.method)}
            {translation.translator !== null && (
              <>
                : <bdi>{translation.translator}</bdi>
              </>
            )}
          </p>
        </div>
      )}
    </div>
  )
}
