import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Moment } from '@/components/public/moment'
import { GradesTable, LevelsTable } from '@/components/public/scales'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import type { Words } from '@/domain/wording'
import { caller } from '@/server/caller'
import { Frame, pageMetadata } from '../frame'
import { readerWords } from '../words'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await readerWords()
  return pageMetadata({ title: t('method.title'), description: t('method.description'), canonical: '/method' })
}

const PARTS = [
  { id: 'levels', key: 'levels' },
  { id: 'origins', key: 'origins' },
  { id: 'judging', key: 'judging' },
  { id: 'publishing', key: 'publishing' },
  { id: 'corrections', key: 'afterwards' },
  { id: 'outlets', key: 'outlets' },
  { id: 'protection', key: 'protection' },
  { id: 'settings', key: 'settings' },
  { id: 'data', key: 'data' },
] as const
type PartKey = (typeof PARTS)[number]['key']

export default async function MethodPage() {
  const words = await readerWords()
  const { t } = words
  const { reading } = await caller()
  const { organisation, quorum, approvals } = await reading.frame()
  const through = await reading.settings()
  return (
    <Frame current="method">
      <div className="grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,42rem)_minmax(14rem,1fr)]">
        <header className="flex flex-col gap-3 lg:col-span-2">
          <h1 className="font-serif text-2xl font-semibold sm:text-3xl">{t('method.title')}</h1>
          <p className="reading">{t.rich('method.intro', { organisation: () => <bdi>{organisation}</bdi> })}</p>
        </header>
        <nav
          aria-label={t('method.contents')}
          className="text-sm lg:order-2 lg:border-s lg:border-rule lg:ps-6 print:hidden"
        >
          <p className="label-caps mb-1">{t('method.contents')}</p>
          <ul>
            {PARTS.map(({ id, key }) => (
              <li key={id}>
                <a className="link inline-block py-1" href={`#${id}`}>
                  {t(`method.${key}.title`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex flex-col gap-12">
          <HowItIsJudged words={words} quorum={quorum} />
          <HowItIsPublished words={words} approvals={approvals} />
          <Settings words={words} quorum={quorum} approvals={approvals} through={through} />
          <Data words={words} />
        </div>
      </div>
    </Frame>
  )
}

function Part({ words: { t }, of, children }: { words: Words; of: PartKey; children: ReactNode }) {
  const id = PARTS.find(({ key }) => key === of)?.id ?? of
  return (
    <section
      aria-labelledby={`${id}-title`}
      id={id}
      className="flex scroll-mt-4 flex-col gap-4 border-t border-ink pt-3"
    >
      <h2 id={`${id}-title`} className="font-serif text-xl font-semibold">
        {t(`method.${of}.title`)}
      </h2>
      <div className="reading flex flex-col gap-4">{children}</div>
    </section>
  )
}

function HowItIsJudged({ words, quorum }: { words: Words; quorum: number }) {
  const { t } = words
  return (
    <>
      <Part words={words} of="levels">
        <p>{t('method.levels.text')}</p>
        <LevelsTable words={words} />
      </Part>
      <Part words={words} of="origins">
        <p>{t('method.origins.count')}</p>
        <p>{t('method.origins.confirmed')}</p>
      </Part>
      <Part words={words} of="judging">
        <p>{t('method.judging.ballot')}</p>
        <p>{t('method.judging.finding', { quorum })}</p>
        <p>{t('method.judging.spread')}</p>
      </Part>
    </>
  )
}

function HowItIsPublished({ words, approvals }: { words: Words; approvals: number }) {
  const { t } = words
  return (
    <>
      <Part words={words} of="publishing">
        <ul className="flex list-disc flex-col gap-2 ps-6">
          <li>{t('method.publishing.cited')}</li>
          <li>{t('method.publishing.verbatim')}</li>
          <li>{t('method.publishing.judged')}</li>
          <li>{t('method.publishing.rivals')}</li>
          <li>{t('method.publishing.approved', { approvals })}</li>
        </ul>
      </Part>
      <Part words={words} of="afterwards">
        <p>{t.rich('method.afterwards.replaced', { corrections: linkTo(words.href('/corrections')) })}</p>
        <p>{t('method.afterwards.redacted')}</p>
      </Part>
      <Part words={words} of="outlets">
        <p>{t('method.outlets.text')}</p>
        <GradesTable words={words} />
      </Part>
      <Part words={words} of="protection">
        <p>{t('method.protection.text')}</p>
      </Part>
    </>
  )
}

type Through = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>['reading']['settings']>>
type SettingsProps = { words: Words; quorum: number; approvals: number; through: Through }

/** What is in force today, and by what each publication was decided. */
function Settings({ words, quorum, approvals, through }: SettingsProps) {
  const { t } = words
  return (
    <Part words={words} of="settings">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 font-sans text-base">
        <dt className="font-medium">{t('method.settings.quorum')}</dt>
        <dd>{words.number(quorum)}</dd>
        <dt className="font-medium">{t('method.settings.approvals')}</dt>
        <dd>{words.number(approvals)}</dd>
      </dl>
      <p>{t('method.settings.kept')}</p>
      {through.length > 0 && <SettingsTable words={words} through={through} />}
    </Part>
  )
}

function SettingsTable({ words, through }: Pick<SettingsProps, 'words' | 'through'>) {
  const { t } = words
  return (
    <Table caption={t('method.settings.through')} className="font-sans">
      <thead>
        <tr>
          <ColumnHead>{t('method.settings.since')}</ColumnHead>
          <ColumnHead align="end">{t('method.settings.ballots')}</ColumnHead>
          <ColumnHead align="end">{t('method.settings.approvalsShort')}</ColumnHead>
          <ColumnHead align="end">{t('method.settings.spread')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {through.map(({ since, ...rules }) => (
          <tr key={since.toISOString()}>
            <RowHead className="text-start">
              <Moment words={words} value={since} />
            </RowHead>
            <Cell align="end">{words.number(rules.quorum)}</Cell>
            <Cell align="end">{words.number(rules.approvals)}</Cell>
            <Cell align="end">{words.number(rules.disputedSpread)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

const linkTo = (address: string) =>
  function Link(text: ReactNode) {
    return (
      <a className="link" href={address}>
        {text}
      </a>
    )
  }

function Data({ words }: { words: Words }) {
  const { t, href } = words
  return (
    <Part words={words} of="data">
      <p>{t.rich('method.data.evidence', { api: linkTo('/api/v1/openapi.json') })}</p>
      <p>
        {t.rich('method.data.log', {
          log: linkTo(href('/log')),
          atom: linkTo(href('/feed.atom')),
          rss: linkTo(href('/feed.rss')),
          json: linkTo(href('/feed.json')),
        })}
      </p>
    </Part>
  )
}
