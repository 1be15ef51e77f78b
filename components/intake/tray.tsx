'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ActionButton } from '@/components/action/action-button'
import { RowButtons } from '@/components/action/row-buttons'
import { faultOf, refusalWords } from '@/components/fault'
import type { Workspace } from '@/components/evidence/view'
import { useTRPC } from '@/components/trpc'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Progress } from '@/components/ui/progress'
import { announce } from '@/components/ui/status'
import { isUnderWay, waysOn, type IntakeState } from '@/domain/intake'
import { ConfirmDialog } from './confirm-dialog'
import { LinesDialog } from './lines-dialog'
import { useTrayCache, type Tray, type TrayItem, type TrayList } from './use-tray'

const STATE: Readonly<Record<IntakeState, { label: string; tone: BadgeTone }>> = {
  waiting: { label: 'Waiting', tone: 'quiet' },
  reading: { label: 'Reading', tone: 'accent' },
  ready: { label: 'Ready to confirm', tone: 'positive' },
  failed: { label: 'Failed', tone: 'negative' },
  kept: { label: 'Kept', tone: 'quiet' },
  cancelled: { label: 'Cancelled', tone: 'quiet' },
}

type TrayListProps = {
  tray: Tray
  workspace: Workspace
  /** Opens the form for pasting, with what is known filled in. */
  onPaste: (url: string | null) => void
}

/** What is under way, of everybody who works on the incident. Nothing at all while nothing is. */
export function IntakeTray({ tray, workspace, onPaste }: TrayListProps) {
  const [confirming, setConfirming] = useState<string | null>(null)
  const [shown, setShown] = useState<TrayList | null>(null)
  const { discardFailed } = useActions()
  const failed = tray.items.filter(({ state }) => state === 'failed').length
  const lists = tray.lists.filter(({ underWay, failed }) => underWay > 0 || failed > 0)
  return (
    <>
      {(tray.items.length > 0 || lists.length > 0) && (
        <section aria-labelledby="intake-heading" className="flex flex-col gap-1">
          <h3 id="intake-heading" className="text-sm font-semibold text-ink-muted">
            Being taken in
          </h3>
          {failed > 1 && (
            <ActionButton
              verdict={tray.can.ask}
              size="small"
              variant="quiet"
              isPending={discardFailed.isPending}
              onPress={() => {
                discardFailed.mutate({ incidentId: tray.incidentId })
              }}
            >
              {`Discard all ${failed} that failed`}
            </ActionButton>
          )}
          <ul className="flex flex-col divide-y divide-rule border-y border-rule">
            {tray.items.map((item) => (
              <Item key={item.id} item={item} tray={tray} onConfirm={setConfirming} onPaste={onPaste} />
            ))}
            {lists.map((list) => (
              <ListLine key={list.id} list={list} tray={tray} onShow={setShown} />
            ))}
          </ul>
        </section>
      )}
      {confirming !== null && (
        <ConfirmDialog
          key={confirming}
          id={confirming}
          workspace={workspace}
          onClose={() => {
            setConfirming(null)
          }}
        />
      )}
      {shown !== null && (
        <LinesDialog
          incidentId={tray.incidentId}
          listId={shown.id}
          onClose={() => {
            setShown(null)
          }}
        />
      )}
    </>
  )
}

const nameOf = ({ title, fileName, url }: TrayItem) => title ?? fileName ?? url ?? 'A picture'

type ItemProps = {
  item: TrayItem
  tray: Tray
  onConfirm: (id: string) => void
  onPaste: TrayListProps['onPaste']
}

function Item({ item, tray, onConfirm, onPaste }: ItemProps) {
  const { cancel, retry } = useActions()
  const { label, tone } = STATE[item.state]
  const verdict = tray.can.ask
  const of = { incidentId: tray.incidentId, id: item.id }
  const ways = waysOn(item)
  return (
    <li className="flex flex-col gap-1 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 flex-1 text-base font-medium break-words">
          <bdi>{nameOf(item)}</bdi>
        </span>
        <Badge tone={tone}>{label}</Badge>
      </div>
      {item.state === 'reading' && <Going item={item} />}
      {item.refusal !== null && <p className="text-sm text-danger">{item.refusal}</p>}
      <div className="flex flex-wrap items-center gap-1">
        {item.state === 'ready' && (
          <ActionButton
            verdict={verdict}
            size="small"
            onPress={() => {
              onConfirm(item.id)
            }}
          >
            Confirm
          </ActionButton>
        )}
        {item.state === 'failed' && ways.again && (
          <ActionButton
            verdict={verdict}
            size="small"
            isPending={retry.isPending}
            onPress={() => {
              retry.mutate(of)
            }}
          >
            Try again
          </ActionButton>
        )}
        {item.state === 'failed' && ways.paste && (
          <ActionButton
            verdict={verdict}
            size="small"
            variant={ways.again ? 'quiet' : 'secondary'}
            onPress={() => {
              onPaste(item.url)
            }}
          >
            Paste its text
          </ActionButton>
        )}
        <ActionButton
          verdict={verdict}
          size="small"
          variant="quiet"
          isPending={cancel.isPending}
          onPress={() => {
            cancel.mutate(of)
          }}
        >
          {isUnderWay(item.state) ? 'Cancel' : 'Discard'}
        </ActionButton>
        <span className="text-sm text-ink-muted">asked by {item.askedBy}</span>
      </div>
    </li>
  )
}

function Going({ item: { kind, received, total } }: { item: TrayItem }) {
  if (kind === 'file') return <Progress label="Reading the file" />
  if (total !== null && total > 0) return <Progress label="Fetching" value={Math.min(received, total)} max={total} />
  return <Progress label={received > 0 ? `Fetching: ${Math.ceil(received / 1024)} kB` : 'Fetching'} />
}

type ListLineProps = { list: TrayList; tray: Tray; onShow: (list: TrayList) => void }

function ListLine({ list, tray, onShow }: ListLineProps) {
  const { cancelList, discardList } = useActions()
  const of = { incidentId: tray.incidentId, listId: list.id }
  const end = list.underWay > 0 ? cancelList : discardList
  const done = list.lines - list.underWay
  return (
    <li className="flex flex-col gap-1 py-2">
      <span className="text-base font-medium">
        <bdi>{list.name ?? 'A list'}</bdi>
      </span>
      {list.underWay > 0 && <Progress label={`${done} of ${list.lines}`} value={done} max={list.lines} />}
      <p className="text-sm text-ink-muted">
        {list.kept} kept, {list.failed} failed{list.cancelled > 0 && `, ${list.cancelled} cancelled`} of {list.lines} ·
        asked by {list.askedBy}
      </p>
      <RowButtons
        show={{
          label: 'Show the lines',
          onPress: () => {
            onShow(list)
          },
        }}
        act={{
          label: list.underWay > 0 ? 'Cancel the rest' : 'Discard what failed',
          verdict: tray.can.ask,
          isPending: end.isPending,
          onPress: () => {
            end.mutate(of)
          },
        }}
      />
    </li>
  )
}

function useActions() {
  const trpc = useTRPC()
  const keep = useTrayCache()
  const done = {
    onSuccess: keep,
    onError: (error: unknown) => {
      announce(refusalWords(faultOf(error)), 'failed')
    },
  }
  return {
    cancel: useMutation(trpc.intake.cancel.mutationOptions(done)),
    cancelList: useMutation(trpc.intake.cancelList.mutationOptions(done)),
    discardFailed: useMutation(trpc.intake.discardFailed.mutationOptions(done)),
    discardList: useMutation(trpc.intake.discardList.mutationOptions(done)),
    retry: useMutation(trpc.intake.retry.mutationOptions(done)),
  }
}
