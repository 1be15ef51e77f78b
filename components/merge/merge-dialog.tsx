'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { explanationOf } from '@/components/action/action-button'
import { faultOf } from '@/components/fault'
import { SubmitForm } from '@/components/form/submit-form'
import type { Submitting } from '@/components/form/use-submit'
import { useTRPC, type RouterInputs, type RouterOutputs } from '@/components/trpc'
import { Dialog } from '@/components/ui/dialog'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { RadioGroup } from '@/components/ui/radio-group'
import { refused } from '@/domain/verdict'

export type Mergeable = { id: string; name: string; about: string; version: number }
type Effect = RouterOutputs['party']['mergeEffect']

/** Nobody merges before it is there to be read. */
const UNSEEN = refused('merge.unseen', 'What it changes is not known yet.')

type MergeDialogProps = {
  noun: 'party' | 'place'
  pair: readonly [Mergeable, Mergeable]
  sending: Submitting<RouterInputs['party']['merge']>
  onClose: () => void
}

/** Which of the two stays, and what the merge would change, before it is done. */
export function MergeDialog({ noun, pair, sending, onClose }: MergeDialogProps) {
  const [stays, setStays] = useState(pair[0].id)
  const [into, from] = stays === pair[0].id ? pair : [pair[1], pair[0]]
  const effect = useEffectOf(noun, { id: from.id, intoId: into.id })
  return (
    <Dialog isOpen onOpenChange={onClose} title={noun === 'party' ? 'Merge two parties' : 'Merge two places'}>
      <SubmitForm
        form={sending}
        submitLabel="Merge"
        tone="danger"
        verdict={effect.data?.verdict ?? UNSEEN}
        onSubmit={() => {
          sending.submit({ id: from.id, version: from.version, intoId: into.id, intoVersion: into.version })
        }}
        onCancel={onClose}
      >
        <RadioGroup
          label="Which one stays"
          description="It keeps its name and takes over the names of the other. What refers to the other refers to it."
          value={stays}
          onChange={setStays}
          options={pair.map(({ id, name, about }) => ({ id, label: <bdi>{name}</bdi>, description: about }))}
        />
        <EffectOf effect={effect} name={from.name} />
        <Notice tone="warning">
          A merge cannot be taken back. What is published stays as it is; findings that rest on what changes go stale.
        </Notice>
      </SubmitForm>
    </Dialog>
  )
}

function useEffectOf(noun: MergeDialogProps['noun'], input: RouterInputs['party']['mergeEffect']) {
  const trpc = useTRPC()
  const isParty = noun === 'party'
  const ofParty = useQuery(trpc.party.mergeEffect.queryOptions(input, { staleTime: 0, enabled: isParty }))
  const ofPlace = useQuery(trpc.place.mergeEffect.queryOptions(input, { staleTime: 0, enabled: !isParty }))
  const { data, error, isPending } = isParty ? ofParty : ofPlace
  return { data, error, isPending }
}

function EffectOf({ effect, name }: { effect: { data: Effect | undefined; error: unknown }; name: string }) {
  if (effect.error !== null) return <ErrorNotice title={faultOf(effect.error).message} />
  if (effect.data === undefined)
    return (
      <div className="min-h-20">
        <Progress label="Working out what it changes" />
      </div>
    )
  const { verdict, uses, claims, uncounted } = effect.data
  return (
    <div className="flex min-h-20 flex-col gap-2 text-sm" role="status">
      {!verdict.allowed && <Notice tone="warning">{explanationOf(verdict)}</Notice>}
      <div>
        <p className="font-medium">
          What changes, as <bdi>{name}</bdi> goes
        </p>
        <Uses uses={uses} />
      </div>
      {claims.length + uncounted > 0 && (
        <div>
          <p className="font-medium">Independent origins</p>
          <ul className="flex flex-col gap-1">
            {claims.map((claim) => (
              <li key={claim.claimId} className="flex items-baseline justify-between gap-3">
                <span className="min-w-0">
                  <bdi>{claim.text}</bdi> <bdi className="block text-ink-muted">{claim.incident}</bdi>
                </span>
                <span className="font-semibold whitespace-nowrap tabular-nums">
                  {claim.before} <span aria-hidden>→</span>
                  <span className="sr-only">becomes</span> {claim.after}
                </span>
              </li>
            ))}
          </ul>
          {uncounted > 0 && (
            <p className="text-ink-muted">
              {uncounted === 1 ? 'One more incident is' : `${uncounted} more incidents are`} not counted anew here;
              their claims may change too.
            </p>
          )}
        </div>
      )}
    </div>
  )
}

/** Where a record stands: as what, and in which incidents. */
export function Uses({ uses }: { uses: Effect['uses'] }) {
  if (uses.incidentCount === 0 && uses.as.length === 0) return <p className="text-ink-muted">Nothing uses it yet.</p>
  const more = uses.incidentCount - uses.incidents.length
  return (
    <>
      <p className="text-ink-muted">{uses.as.join(' · ')}</p>
      <ul className="list-disc ps-5">
        {uses.incidents.map((incident) => (
          <li key={incident.id}>
            <a className="text-accent underline" href={`/desk/incidents/${incident.id}`}>
              <bdi>{incident.title}</bdi>
            </a>
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </>
  )
}
