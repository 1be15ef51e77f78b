import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import type { Words } from '@/domain/wording'
import { caller } from '@/server/caller'
import { siteUrl } from '../../site'
import { Frame, pageMetadata } from '../frame'
import { readerWords } from '../words'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await readerWords()
  return pageMetadata({ title: t('log.title'), description: t('log.description'), canonical: '/log' })
}

export default async function LogPage() {
  const words = await readerWords()
  const { t } = words
  const { size, root, verifierKey } = await (await caller()).log.checkpoint()
  return (
    <Frame>
      <div className="flex flex-col gap-12">
        <header className="flex flex-col gap-3">
          <h1 className="font-serif text-2xl font-semibold sm:text-3xl">{t('log.title')}</h1>
          <p className="reading">{t('log.intro')}</p>
        </header>
        <Part id="now" title={t('log.now.title')}>
          <Now words={words} size={size} root={root} verifierKey={verifierKey} />
        </Part>
        <Part id="check" title={t('log.check.title')}>
          <Check words={words} verifierKey={verifierKey} />
        </Part>
        <Part id="meaning" title={t('log.meaning.title')}>
          <p>{t('log.meaning.entry')}</p>
          <p>{t('log.meaning.redaction')}</p>
          <p>{t('log.meaning.nobody')}</p>
        </Part>
        <Part id="formats" title={t('log.formats.title')}>
          <Formats words={words} size={size} />
        </Part>
      </div>
    </Frame>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className="flex flex-col gap-4 border-t border-ink pt-3">
      <h2 id={`${id}-title`} className="font-serif text-xl font-semibold">
        {title}
      </h2>
      <div className="reading flex flex-col gap-4">{children}</div>
    </section>
  )
}

/** What a machine reads, the same way round in every language. */
function Code({ children }: { children: string }) {
  return (
    <code dir="ltr" className="font-mono text-sm wrap-anywhere">
      {children}
    </code>
  )
}

type NowProps = { words: Words; size: number; root: string; verifierKey: string }

function Now({ words: { t, number }, size, root, verifierKey }: NowProps) {
  return (
    <>
      <dl className="flex flex-col gap-3">
        <div>
          <dt className="font-medium">{t('log.now.entries')}</dt>
          <dd>{number(size)}</dd>
        </div>
        <div>
          <dt className="font-medium">{t('log.now.root')}</dt>
          <dd>
            <Code>{root}</Code>
          </dd>
        </div>
        <div>
          <dt className="font-medium">{t('log.now.key')}</dt>
          <dd>
            <Code>{verifierKey}</Code>
          </dd>
        </div>
      </dl>
      <p>{t('log.now.keep')}</p>
    </>
  )
}

function Check({ words: { t }, verifierKey }: { words: Words; verifierKey: string }) {
  return (
    <>
      <p>{t('log.check.program')}</p>
      <pre dir="ltr" className="border border-rule p-3 wrap-anywhere whitespace-pre-wrap">
        <Code>{`node assay-verify.mjs ${siteUrl('')} --key ${verifierKey} --state seen.json`}</Code>
      </pre>
      <ul className="flex list-disc flex-col gap-2 ps-6">
        <li>{t('log.check.root')}</li>
        <li>{t('log.check.goesOn')}</li>
        <li>{t('log.check.pages')}</li>
        <li>{t('log.check.findings')}</li>
      </ul>
      <p>{t.rich('log.check.watch', { code: () => <Code>watch</Code> })}</p>
    </>
  )
}

function Formats({ words: { t }, size }: { words: Words; size: number }) {
  const link = (address: string) =>
    function Link(text: ReactNode) {
      return (
        <a className="link" href={address}>
          {text}
        </a>
      )
    }
  return (
    <>
      <p>{t.rich('log.formats.tree', { code: () => <Code>{siteUrl('/log')}</Code> })}</p>
      <p>{t.rich('log.formats.root', { checkpoint: link('/log/checkpoint'), key: link('/log/key') })}</p>
      {size > 0 && <p>{t.rich('log.formats.proof', { proof: link(`/log/proof/${size - 1}`) })}</p>}
      <p>{t('log.formats.witnesses')}</p>
    </>
  )
}
