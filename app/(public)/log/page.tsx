import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { caller } from '@/server/caller'
import { siteUrl } from '../../site'
import { Frame, pageMetadata } from '../frame'

export const dynamic = 'force-dynamic'

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata({
    title: 'Publication log',
    description: 'Everything that was ever published, in a log that cannot be changed without its being seen.',
    canonical: '/log',
  })
}

export default async function LogPage() {
  const { size, root, verifierKey } = await (await caller()).log.checkpoint()
  return (
    <Frame>
      <div className="flex flex-col gap-12">
        <header className="flex flex-col gap-3">
          <h1 className="font-serif text-2xl font-semibold sm:text-3xl">Publication log</h1>
          <p className="reading">
            Each publication, correction and retraction is an entry of this log, and so is each redaction. Every entry
            is part of one number, the root. Change, drop or move an entry, and the root becomes another: whoever kept
            an earlier one sees it.
          </p>
        </header>
        <Now size={size} root={root} verifierKey={verifierKey} />
        <Check verifierKey={verifierKey} />
        <Meaning />
        <Formats size={size} />
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

const code = 'font-mono text-sm break-all'

function Now({ size, root, verifierKey }: { size: number; root: string; verifierKey: string }) {
  return (
    <Part id="now" title="As it is now">
      <dl className="flex flex-col gap-3">
        <div>
          <dt className="font-medium">Entries</dt>
          <dd>{size}</dd>
        </div>
        <div>
          <dt className="font-medium">Root</dt>
          <dd>
            <code className={code}>{root}</code>
          </dd>
        </div>
        <div>
          <dt className="font-medium">Key that signs it</dt>
          <dd>
            <code className={code}>{verifierKey}</code>
          </dd>
        </div>
      </dl>
      <p>Keep the key. Whoever has it from elsewhere than from this page need not trust the page.</p>
    </Part>
  )
}

function Check({ verifierKey }: { verifierKey: string }) {
  return (
    <Part id="check" title="Checking it">
      <p>
        A program of one file, which shares no code with this site, reads everything and names the first thing that is
        wrong. It needs Node 20 or newer.
      </p>
      <pre className="border border-rule p-3 break-all whitespace-pre-wrap">
        <code className="font-mono text-sm">{`node assay-verify.mjs ${siteUrl('')} --key ${verifierKey} --state seen.json`}</code>
      </pre>
      <ul className="flex list-disc flex-col gap-2 ps-6">
        <li>It makes the root anew from the entries, and compares it with the one that is signed.</li>
        <li>It checks that the log goes on from the one that it saw the last time.</li>
        <li>It checks that each page, and its data, say what was published when the entry was made.</li>
        <li>It works out each finding from its ballots, and each count of origins from the evidence.</li>
      </ul>
      <p>
        Run with the word <code className="font-mono text-sm">watch</code> before the address, it goes on looking, and
        tells when history was rewritten.
      </p>
    </Part>
  )
}

function Meaning() {
  return (
    <Part id="meaning" title="What an entry says">
      <p>
        The address and number of the version, when it was published, as what, and the SHA-256 of its document and of
        the note beside it. The document itself is served beside the log, and names the hash of every captured text that
        it quotes.
      </p>
      <p>
        A redaction, for law or safety, takes text away and never the entry. It is an entry of its own, with the SHA-256
        of what is left and of the public reason. So a redaction can be told from tampering: what was redacted is
        announced in the log, what was altered is not.
      </p>
      <p>Neither an editor nor a confidential source is named in any entry.</p>
    </Part>
  )
}

function Formats({ size }: { size: number }) {
  return (
    <Part id="formats" title="Formats">
      <p>
        The tree is that of RFC 6962, served as C2SP tlog-tiles below <code className={code}>{siteUrl('/log')}</code>.
        Its newest root is the{' '}
        <a className="link" href="/log/checkpoint">
          signed checkpoint
        </a>
        ; the{' '}
        <a className="link" href="/log/key">
          key
        </a>{' '}
        stands alone, too.
        {size > 0 && (
          <>
            {' '}
            A{' '}
            <a className="link" href={`/log/proof/${size - 1}`}>
              proof
            </a>{' '}
            leads from an entry to the root.
          </>
        )}{' '}
        Witnesses can sign the checkpoint, too.
      </p>
    </Part>
  )
}
