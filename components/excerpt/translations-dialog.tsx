'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/action/action-button'
import type { Evidence, Workspace } from '@/components/evidence/view'
import { useWorkspaceCache } from '@/components/evidence/use-workspace-cache'
import { faultOf } from '@/components/fault'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Actions, Dialog } from '@/components/ui/dialog'
import { ErrorNotice } from '@/components/ui/error-notice'
import { Progress } from '@/components/ui/progress'
import { Time } from '@/components/ui/time'
import { addTranslationInput } from '@/domain/input/excerpt'
import { languageName, methodWords } from './translation-words'

type Translation = RouterOutputs['translation']['list']['translations'][number]
type TranslationsDialogProps = {
  workspace: Workspace
  evidence: Evidence
  onTranslate: () => void
  onClose: () => void
}

/** A passage beside all its translations. The original is what is anchored; the newest translation is what is read. */
export function TranslationsDialog({ workspace, evidence, onTranslate, onClose }: TranslationsDialogProps) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const keep = useWorkspaceCache()
  const asked = { incidentId: workspace.incident.id, excerptId: evidence.excerpt.id }
  const list = useQuery(trpc.translation.list.queryOptions(asked, { staleTime: 0 }))
  const again = useSubmit({
    schema: addTranslationInput,
    mutation: trpc.translation.add.mutationOptions(),
    onDone: (view) => {
      keep(view)
      void client.invalidateQueries({ queryKey: trpc.translation.list.queryKey(asked) })
    },
  })
  const [inForce, ...earlier] = list.data?.translations ?? []
  return (
    <Dialog isOpen onOpenChange={onClose} title="Original and translations" size="large" isDismissable>
      {list.isPending && <Progress label="Loading the translations" />}
      {list.isError && <ErrorNotice title={faultOf(list.error).message} />}
      {again.fault !== null && <ErrorNotice title={again.fault.message} />}
      {list.data !== undefined && (
        <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
          <Words
            text={list.data.exact}
            language={list.data.language}
            head={
              <>
                Original{list.data.language !== null && <>, {languageName(list.data.language)}</>}{' '}
                <Badge tone="quiet">Anchored</Badge>
              </>
            }
          />
          {inForce === undefined ? (
            <p className="text-sm text-ink-muted">No translation yet.</p>
          ) : (
            <Translated translation={inForce} badge={<Badge tone="accent">In force</Badge>} />
          )}
        </div>
      )}
      {earlier.length > 0 && (
        <section aria-label="Earlier translations" className="flex flex-col gap-4 border-t border-rule pt-3">
          <h3 className="font-semibold">Earlier translations</h3>
          <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
            {earlier.map((translation) => (
              <Translated key={translation.id} translation={translation}>
                <ActionButton
                  verdict={workspace.can.attach}
                  size="small"
                  onPress={() => {
                    const { text, language, method, translator } = translation
                    again.submit({ ...asked, text, language, method, translator })
                  }}
                >
                  Put in force again
                </ActionButton>
              </Translated>
            ))}
          </div>
        </section>
      )}
      <p className="text-sm text-ink-muted">
        The newest translation is in force: voters read it, and the public page shows it with the original. Another one
        in force makes a finding that read this one stale, and an open round has to be opened anew.
      </p>
      <Actions>
        <ActionButton verdict={workspace.can.attach} variant="primary" onPress={onTranslate}>
          Translate anew
        </ActionButton>
        <Button onPress={onClose}>Close</Button>
      </Actions>
    </Dialog>
  )
}

type TranslatedProps = { translation: Translation; badge?: ReactNode; children?: ReactNode }

function Translated({ translation, badge, children }: TranslatedProps) {
  const { text, language, method, translator, createdAt } = translation
  return (
    <Words
      text={text}
      language={language}
      head={
        <>
          {languageName(language)}, {methodWords(method)}
          {translator !== null && (
            <>
              : <bdi>{translator}</bdi>
            </>
          )}
          , <Time value={createdAt.toISOString()} /> {badge}
        </>
      }
    >
      {children}
    </Words>
  )
}

type WordsProps = { text: string; language: string | null; head: ReactNode; children?: ReactNode }

function Words({ text, language, head, children }: WordsProps) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-1.5">
      <p className="text-sm text-ink-muted">{head}</p>
      <blockquote
        dir="auto"
        {...(language !== null && { lang: language })}
        className="w-full border-s-2 border-rule-strong ps-2.5 font-serif text-base whitespace-pre-line [overflow-wrap:anywhere] [unicode-bidi:isolate]"
      >
        {text === '' ? <span className="font-sans text-sm text-ink-muted">It was redacted.</span> : text}
      </blockquote>
      {children}
    </div>
  )
}
