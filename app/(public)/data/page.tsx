import type { Metadata } from 'next'
import { Fragment, type ReactNode } from 'react'
import { ApiReference } from '@/components/public/api-reference'
import { Dot } from '@/components/public/dot'
import { DUMP_PART } from '@/domain/input/log'
import type { Words } from '@/domain/wording'
import { caller } from '@/server/caller'
import { openApi } from '@/domain/api/openapi'
import { DUMP_FORMATS, dumpName } from '../../dumps/format'
import { siteUrl } from '../../site'
import { Frame, pageMetadata } from '../frame'
import { readerWords } from '../words'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await readerWords()
  return pageMetadata({ title: t('data.title'), description: t('data.description'), canonical: '/data' })
}

/** What machines read, shown to people. */
export default async function DataPage() {
  const words = await readerWords()
  const { t } = words
  const { log, reading } = await caller()
  const { size } = await log.checkpoint()
  const { organisation } = await reading.frame()
  return (
    <Frame>
      <div className="flex max-w-reading flex-col gap-12">
        <header className="flex flex-col gap-3">
          <h1 className="font-serif text-2xl font-semibold sm:text-3xl">{t('data.title')}</h1>
          <p className="reading">{t('data.intro')}</p>
        </header>
        <Feeds words={words} />
        <Dumps size={size} words={words} />
        <Part id="frames" words={words}>
          <p>{t('data.frames.text')}</p>
          <Typed>{`<iframe src="${siteUrl('/embed/incidents/…')}" width="600" height="320" frameborder="0"></iframe>`}</Typed>
        </Part>
        <Part id="checking" words={words}>
          <p>{t.rich('data.checking.text', { log: linkTo(words.href('/log')) })}</p>
        </Part>
        <Part id="api" words={words}>
          <p>
            {t.rich('data.api.text', {
              openapi: linkTo('/api/v1/openapi.json'),
              site: () => (
                <code dir="ltr" className={code}>
                  {siteUrl('')}
                </code>
              ),
            })}
            {words.language !== 'en' && ` ${t('data.api.english')}`}
          </p>
          <ApiReference words={words} described={openApi({ title: organisation, server: siteUrl('') })} />
        </Part>
      </div>
    </Frame>
  )
}

const code = 'font-mono text-sm wrap-anywhere'

const linkTo = (address: string) =>
  function DataLink(text: ReactNode) {
    return (
      <a className="link" href={address}>
        {text}
      </a>
    )
  }

/** As it is typed, or put into a page: from left to right. */
function Typed({ children }: { children: string }) {
  return (
    <pre dir="ltr" className="border border-rule p-3 wrap-anywhere whitespace-pre-wrap">
      <code className="font-mono text-sm">{children}</code>
    </pre>
  )
}

type PartProps = { id: 'feeds' | 'dumps' | 'frames' | 'checking' | 'api'; words: Words; children: ReactNode }

function Part({ id, words, children }: PartProps) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className="flex flex-col gap-4 border-t border-ink pt-3">
      <h2 id={`${id}-title`} className="font-serif text-xl font-semibold">
        {words.t(`data.${id}.title`)}
      </h2>
      {children}
    </section>
  )
}

const Link = ({ to }: { to: string }) => (
  <a dir="ltr" className={`link ${code}`} href={to}>
    {to}
  </a>
)

function Feeds({ words }: { words: Words }) {
  const { t, href } = words
  const feeds = ['/feed.atom', '/feed.rss', '/feed.json'].map(href)
  return (
    <Part id="feeds" words={words}>
      <p>
        {t.rich('data.feeds.text', {
          feeds: () =>
            feeds.map((feed, index) => (
              <Fragment key={feed}>
                {index > 0 && <Dot />}
                <Link to={feed} />
              </Fragment>
            )),
        })}
      </p>
      <Typed>{siteUrl(href('/feed.atom?party=coast+guard&level=disputed'))}</Typed>
      <p>
        {t('corrections.title')}: <Link to={href('/corrections/feed.atom')} />
      </p>
    </Part>
  )
}

function Dumps({ size, words }: { size: number; words: Words }) {
  const { t } = words
  const parts = Array.from({ length: Math.max(1, Math.ceil(size / DUMP_PART)) }, (_, part) => part)
  const span = (part: number) => ({ first: part * DUMP_PART, last: Math.min(size, (part + 1) * DUMP_PART) - 1 })
  return (
    <Part id="dumps" words={words}>
      <p>{t.rich('data.dumps.text', { part: DUMP_PART, index: () => <Link to="/dumps/index.json" /> })}</p>
      <ul className="flex flex-col gap-3">
        {parts.toReversed().map((part) => (
          <li key={part} className="border-t border-rule pt-2">
            <p className="text-sm text-ink-muted">
              {size === 0 ? t('data.dumps.none') : t('data.dumps.entries', span(part))}
            </p>
            <ul className="flex flex-wrap gap-x-4">
              {Object.keys(DUMP_FORMATS).map((format) => (
                <li key={format}>
                  <a dir="ltr" className={`link inline-block py-1 ${code}`} href={`/dumps/${dumpName(format, part)}`}>
                    {dumpName(format, part)}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Part>
  )
}
