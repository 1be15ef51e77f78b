import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ApiReference } from '@/components/public/api-reference'
import { DUMP_PART } from '@/domain/input/log'
import { caller } from '@/server/caller'
import { openApi } from '../../api/v1/openapi'
import { DUMP_FORMATS, dumpName } from '../../dumps/format'
import { siteUrl } from '../../site'
import { Frame, pageMetadata } from '../frame'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const metadata = await pageMetadata({
    title: 'Data',
    description: 'Everything that is published, as feeds, as JSON, as whole files and for frames on other pages.',
    canonical: '/data',
  })
  return { ...metadata, alternates: { ...metadata.alternates, languages: {} } }
}

/** What machines read, shown to people; in English alone, as its field names are. */
export default async function DataPage() {
  const { log, reading } = await caller()
  const { size } = await log.checkpoint()
  const { organisation } = await reading.frame()
  return (
    <Frame>
      <div lang="en" className="flex max-w-reading flex-col gap-12">
        <header className="flex flex-col gap-3">
          <h1 className="font-serif text-2xl font-semibold sm:text-3xl">Data</h1>
          <p className="reading">
            Everything that is published here can be read by machines, as it is shown to people: no key, no account, no
            cookie. Each answer has an ETag, so that what has not changed need not be sent again.
          </p>
        </header>
        <Feeds />
        <Dumps size={size} />
        <Frames />
        <Part id="checking" title="Checking it">
          <p>
            Every version is an entry of the{' '}
            <a className="link" href="/log">
              publication log
            </a>
            , which nobody can change without its being seen. Copies of this site can be checked against it, wherever
            they stand.
          </p>
        </Part>
        <Part id="api" title="The interface">
          <p>
            The same as an{' '}
            <a className="link" href="/api/v1/openapi.json">
              OpenAPI 3.1 document
            </a>
            . Addresses begin with <code className={code}>{siteUrl('')}</code>.
          </p>
          <ApiReference described={openApi({ title: `Accounts of ${organisation}`, server: siteUrl('') })} />
        </Part>
      </div>
    </Frame>
  )
}

const code = 'font-mono text-sm break-all'

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className="flex flex-col gap-4 border-t border-ink pt-3">
      <h2 id={`${id}-title`} className="font-serif text-xl font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}

const Link = ({ to }: { to: string }) => (
  <a className={`link ${code}`} href={to}>
    {to}
  </a>
)

function Feeds() {
  return (
    <Part id="feeds" title="Feeds">
      <p>
        <Link to="/feed.atom" />, <Link to="/feed.rss" /> and <Link to="/feed.json" /> bring each publication,
        correction and retraction. Narrowed as the front page is, they bring those of a place, a party, a tag, a level
        or some words:
      </p>
      <pre className="border border-rule p-3 break-all whitespace-pre-wrap">
        <code className="font-mono text-sm">{siteUrl('/feed.atom?party=coast+guard&level=disputed')}</code>
      </pre>
    </Part>
  )
}

function Dumps({ size }: { size: number }) {
  const parts = Array.from({ length: Math.max(1, Math.ceil(size / DUMP_PART)) }, (_, part) => part)
  return (
    <Part id="dumps" title="Whole files">
      <p>
        Everything in the order in which it was published, in parts of {DUMP_PART.toLocaleString('en')} entries of the
        log. A publication changes the last part alone; a redaction changes the part it is about. The list for machines
        is <Link to="/dumps/index.json" />.
      </p>
      <ul className="flex flex-col gap-3">
        {parts.toReversed().map((part) => (
          <li key={part} className="border-t border-rule pt-2">
            <p className="text-sm text-ink-muted">
              {size === 0
                ? 'No entries yet'
                : `Entries ${part * DUMP_PART} to ${Math.min(size, (part + 1) * DUMP_PART) - 1}`}
            </p>
            <ul className="flex flex-wrap gap-x-4">
              {Object.keys(DUMP_FORMATS).map((format) => (
                <li key={format}>
                  <a className={`link inline-block py-1 ${code}`} href={`/dumps/${dumpName(format, part)}`}>
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

function Frames() {
  return (
    <Part id="frames" title="On other pages">
      <p>
        The newest version of each account can stand in a frame on any page, and pages that know oEmbed find it by the
        account’s address. It runs no script, sets no cookie and loads nothing from elsewhere.
      </p>
      <pre className="border border-rule p-3 break-all whitespace-pre-wrap">
        <code className="font-mono text-sm">{`<iframe src="${siteUrl('/embed/incidents/…')}" width="600" height="320" frameborder="0"></iframe>`}</code>
      </pre>
    </Part>
  )
}
