import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { GradesTable, LevelsTable } from '@/components/public/scales'
import { counted } from '@/components/public/words'
import { caller } from '@/server/caller'
import { Frame, pageMetadata } from '../frame'

export const dynamic = 'force-dynamic'

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata({
    title: 'Method',
    description:
      'The levels of confidence, the rules an account has to pass before it is published, and the settings in force.',
    canonical: '/method',
  })
}

const CONTENTS = [
  ['levels', 'Levels of confidence'],
  ['origins', 'Origins, not articles'],
  ['judging', 'How a claim is judged'],
  ['publishing', 'Before it is published'],
  ['corrections', 'After it is published'],
  ['outlets', 'Grades of outlets'],
  ['protection', 'What readers do not learn'],
  ['settings', 'Settings in force'],
  ['data', 'Checking it yourself'],
] as const

export default async function MethodPage() {
  const { organisation, quorum, approvals } = await (await caller()).reading.frame()
  return (
    <Frame current="method">
      <div className="grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,42rem)_minmax(14rem,1fr)]">
        <header className="flex flex-col gap-3 lg:col-span-2">
          <h1 className="font-serif text-2xl font-semibold sm:text-3xl">Method</h1>
          <p className="reading">
            How <bdi>{organisation}</bdi> turns clashing reports of an incident into an account, and the rules that the
            program holds everybody to. They are not advice: an account that breaks one of them cannot be published.
          </p>
        </header>
        <nav aria-label="On this page" className="text-sm lg:order-2 lg:border-s lg:border-rule lg:ps-6 print:hidden">
          <p className="label-caps mb-1">On this page</p>
          <ul>
            {CONTENTS.map(([id, label]) => (
              <li key={id}>
                <a className="link inline-block py-1" href={`#${id}`}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex flex-col gap-12">
          <Levels />
          <Origins />
          <Judging quorum={quorum} />
          <Publishing approvals={approvals} />
          <Afterwards />
          <Part id="outlets" title="Grades of outlets">
            <p>
              How reliable an outlet has been is graded apart from whether a claim is true, and the two are never
              combined. A poor outlet can report what is so, and a good one can err. Every grade carries its reason.
            </p>
            <GradesTable />
          </Part>
          <Protection />
          <Settings quorum={quorum} approvals={approvals} />
          <Data />
        </div>
      </div>
    </Frame>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={`${id}-title`}
      id={id}
      className="flex scroll-mt-4 flex-col gap-4 border-t border-ink pt-3"
    >
      <h2 id={`${id}-title`} className="font-serif text-xl font-semibold">
        {title}
      </h2>
      <div className="reading flex flex-col gap-4">{children}</div>
    </section>
  )
}

function Levels() {
  return (
    <Part id="levels" title="Levels of confidence">
      <p>
        Every claim is placed on the scale of credibility that analysts know as the Admiralty scale (NATO AJP-2.1).
        Readers meet it under five headings. A claim whose judges lie two steps or more apart stands under Disputed,
        whatever the middle of their ballots.
      </p>
      <LevelsTable />
    </Part>
  )
}

function Origins() {
  return (
    <Part id="origins" title="Origins, not articles">
      <p>
        Ten articles can be one source. What counts is where the information first comes from: a witness, a video, a
        statement, a reporter at the scene. Two pieces of evidence are one origin when they go back to the same origin,
        to the same party, or to parties of the same side; and the own reporting of articles of which one is a reprint,
        a translation or a copy of the other is one origin too. To be quoted by another joins nothing. Two sides that
        agree are two. Evidence whose origin is unknown counts for none.
      </p>
      <p>
        No editor can vote “Confirmed” for a claim with fewer than two independent origins in support. Each account
        shows how its articles run together.
      </p>
    </Part>
  )
}

function Judging({ quorum }: { quorum: number }) {
  return (
    <Part id="judging" title="How a claim is judged">
      <p>
        Editors vote on each claim by sealed ballot. While a vote is open nobody, whatever the rank, can learn how
        another voted. A reason is required at both ends of the scale and for “Truth cannot be judged”. Who has a
        conflict of interest recuses themselves.
      </p>
      <p>
        With {counted(quorum, 'ballot')} cast (fewer where fewer are able to vote, and never under two) the vote can be
        revealed. The finding is the middle level of those cast; of two, the less confident; “Truth cannot be judged”
        wins at half of the ballots or more. Votes belong to the evidence they saw: when evidence is added, withdrawn or
        changed, the finding is out of date and the claim is voted on anew.
      </p>
      <p>
        The spread is the distance in steps between the highest and the lowest level, after a quarter of the ballots is
        left out at each end.
      </p>
    </Part>
  )
}

function Publishing({ approvals }: { approvals: number }) {
  return (
    <Part id="publishing" title="Before it is published">
      <ul className="flex list-disc flex-col gap-2 ps-6">
        <li>Every paragraph, list item and quotation of a summary cites evidence or background.</li>
        <li>Every passage cited occurs word for word in the text that was captured; the program checks it.</li>
        <li>Every claim that the summary cites has been judged, on the evidence as it is now.</li>
        <li>Of rival claims, which cannot both be true, no two stand at “Probably true” or better.</li>
        <li>
          {counted(approvals, 'editor')} who had no part in the text {approvals === 1 ? 'has' : 'have'} approved exactly
          what becomes public. If anything in it changes after that, down to a name, it has to be approved again.
        </li>
      </ul>
    </Part>
  )
}

function Afterwards() {
  return (
    <Part id="corrections" title="After it is published">
      <p>
        A publication is never changed or deleted. What was wrong is replaced by a new version that says whether it is a
        correction, an update or a clarification, and why; the one before stays at its address. All of them are on the
        page of{' '}
        <a className="link" href="/corrections">
          corrections
        </a>
        . An account that is found to be wrong as a whole is retracted: its page then says so and why. While an account
        is being looked at again, a dated notice stands on it.
      </p>
      <p>
        One exception, for law or safety: a lead together with a second editor may redact a publication, a captured text
        or a byline. The text goes; its number, address, hash and the public reason stay.
      </p>
    </Part>
  )
}

function Protection() {
  return (
    <Part id="protection" title="What readers do not learn">
      <p>
        Editors are not named unless they chose a byline. The reason given with a ballot is shown only where its writer
        released it. A source whose naming would harm someone appears as an editor’s description and nothing else: no
        outlet, no address, no quotation, no hash. Such evidence counts when it was judged; that it cannot be checked
        from outside is said beside it.
      </p>
    </Part>
  )
}

function Settings({ quorum, approvals }: { quorum: number; approvals: number }) {
  return (
    <Part id="settings" title="Settings in force">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 font-sans text-base">
        <dt className="font-medium">Ballots before a vote can be revealed</dt>
        <dd>{quorum}</dd>
        <dt className="font-medium">Approvals before publication</dt>
        <dd>{approvals}</dd>
      </dl>
      <p>Each publication keeps the settings that were in force when it was made.</p>
    </Part>
  )
}

function Data() {
  return (
    <Part id="data" title="Checking it yourself">
      <p>
        Every piece of evidence shows its passage in the original, where and when it was captured, and the SHA-256 of
        the captured text. Every version of an account has a hash of its own and can be had as data: the hash is that of
        the document’s canonical JSON (RFC 8785). The interface is described at{' '}
        <a className="link" href="/api/v1/openapi.json">
          /api/v1/openapi.json
        </a>
        . All that was published is in a{' '}
        <a className="link" href="/log">
          publication log
        </a>
        , which cannot be changed without its being seen, and which a program of one file checks. To follow what is
        published, there are feeds in{' '}
        <a className="link" href="/feed.atom">
          Atom
        </a>
        ,{' '}
        <a className="link" href="/feed.rss">
          RSS
        </a>{' '}
        and{' '}
        <a className="link" href="/feed.json">
          JSON
        </a>
        .
      </p>
    </Part>
  )
}
