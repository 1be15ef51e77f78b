'use client'

import { useState } from 'react'
import { ActionButton } from '@/components/action/action-button'
import { Quotation } from '@/components/excerpt/quotation'
import { TranslateDialog } from '@/components/excerpt/translate-dialog'
import { TranslationsDialog } from '@/components/excerpt/translations-dialog'
import { PlaceLink } from '@/components/source/place-link'
import { SourceLine } from '@/components/source/source-line'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { pageWords } from '@/domain/page'
import { Ellipsis } from 'lucide-react'
import { ChangeEvidenceDialog } from './change-evidence-dialog'
import { OriginLine } from './origin-line'
import { StanceMark } from './stance-mark'
import type { Evidence, Source, Workspace } from './view'
import { WithdrawDialog } from './withdraw-dialog'

type EvidenceItemProps = {
  workspace: Workspace
  evidence: Evidence
  /** The claim's text, where the piece stands elsewhere than under it. */
  claimText?: string | undefined
  /** Beside its own captured text: the source need not be named again. */
  isInReader?: boolean
}

type Open = 'change' | 'translations' | 'translate' | 'withdraw' | 'withdraw-excerpt' | null

/** A piece of evidence: stance, words, source, origin and relays, and what can be done with it. */
export function EvidenceItem({ workspace, evidence, claimText, isInReader = false }: EvidenceItemProps) {
  const [open, setOpen] = useState<Open>(null)
  const source = workspace.sources.find((candidate) => candidate.id === evidence.sourceId)
  const close = () => {
    setOpen(null)
  }
  const dialog = { workspace, evidence, onClose: close }
  return (
    <article className="flex min-w-0 flex-col gap-1.5" aria-label={evidence.excerpt.exact.slice(0, 80)}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StanceMark stance={evidence.stance} />
        {claimText !== undefined && <span className="min-w-0 text-sm">{claimText}</span>}
        {evidence.isWithdrawn && <Badge tone="quiet">Withdrawn</Badge>}
        {evidence.excerpt.pages !== null && (
          <span className="text-xs text-ink-muted">{pageWords(evidence.excerpt.pages)}</span>
        )}
        <CaptureNote incidentId={workspace.incident.id} evidence={evidence} source={source} />
      </div>
      <Quotation
        exact={evidence.excerpt.exact}
        language={source?.language ?? null}
        translation={evidence.excerpt.translation}
        isStruck={evidence.isWithdrawn}
      />
      <Withdrawal evidence={evidence} />
      {!isInReader && source && <SourceLine source={source} />}
      <OriginLine workspace={workspace} evidence={evidence} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <PlaceLink
          incidentId={workspace.incident.id}
          place={{ source: evidence.sourceId, capture: evidence.excerpt.captureId, excerpt: evidence.excerpt.id }}
        >
          Show in the text
        </PlaceLink>
        {evidence.excerpt.translation !== null && (
          <Button
            variant="quiet"
            size="small"
            onPress={() => {
              setOpen('translations')
            }}
          >
            Side by side
          </Button>
        )}
        {!evidence.isWithdrawn && <ItemActions workspace={workspace} evidence={evidence} onOpen={setOpen} />}
      </div>
      {source && open === 'change' && <ChangeEvidenceDialog {...dialog} source={source} />}
      {open === 'translations' && (
        <TranslationsDialog
          {...dialog}
          onTranslate={() => {
            setOpen('translate')
          }}
        />
      )}
      {open === 'translate' && <TranslateDialog {...dialog} />}
      {(open === 'withdraw' || open === 'withdraw-excerpt') && (
        <WithdrawDialog {...dialog} isExcerpt={open === 'withdraw-excerpt'} />
      )}
    </article>
  )
}

type ItemActionsProps = { workspace: Workspace; evidence: Evidence; onOpen: (open: Open) => void }

function ItemActions({ workspace, evidence, onOpen }: ItemActionsProps) {
  const verdict = workspace.can.attach
  if (!verdict.allowed)
    return (
      <ActionButton verdict={verdict} variant="quiet" size="small">
        Change
      </ActionButton>
    )
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        onPress={() => {
          onOpen('change')
        }}
      >
        Change
      </Button>
      <Menu
        label="More for this evidence"
        trigger={
          <Button variant="quiet" size="small" aria-label="More" icon={<Ellipsis aria-hidden />}>
            {null}
          </Button>
        }
        items={[
          {
            id: 'translate',
            label: evidence.excerpt.translation === null ? 'Translate…' : 'Translate anew…',
            onAction: () => {
              onOpen('translate')
            },
          },
          {
            id: 'withdraw',
            label: evidence.claimId === null ? 'Withdraw from the background…' : 'Withdraw from this claim…',
            tone: 'danger',
            onAction: () => {
              onOpen('withdraw')
            },
          },
          {
            id: 'withdraw-excerpt',
            label: 'Withdraw the passage everywhere…',
            tone: 'danger',
            onAction: () => {
              onOpen('withdraw-excerpt')
            },
          },
        ]}
      />
    </>
  )
}

type CaptureNoteProps = { incidentId: string; evidence: Evidence; source: Source | undefined }

function CaptureNote({ incidentId, evidence, source }: CaptureNoteProps) {
  const newest = source?.captures.at(-1)
  if (newest === undefined || newest.number === evidence.excerpt.captureNumber) return null
  return (
    <>
      {evidence.excerpt.isGone && <Badge tone="warning">Gone from the newest capture</Badge>}
      {evidence.excerpt.isGone && (
        <PlaceLink
          incidentId={incidentId}
          place={{ source: evidence.sourceId, capture: newest.id }}
          className="link text-sm"
        >
          What it says now
        </PlaceLink>
      )}
      <span className="text-xs text-ink-muted">
        from capture {evidence.excerpt.captureNumber} of {newest.number}
      </span>
    </>
  )
}

function Withdrawal({ evidence }: { evidence: Evidence }) {
  const withdrawn = evidence.withdrawn ?? evidence.excerpt.withdrawn
  if (withdrawn === null) return null
  return (
    <p className="text-sm text-ink-muted">
      {evidence.withdrawn === null ? 'The passage was withdrawn: ' : 'Withdrawn: '}
      <bdi>{withdrawn.reason}</bdi>
    </p>
  )
}
