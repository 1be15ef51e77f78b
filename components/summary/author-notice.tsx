import { Notice } from '@/components/ui/notice'
import type { Workspace } from '@/components/evidence/view'

const editors = (count: number) =>
  count === 0 ? 'No editor' : count === 1 ? 'One editor' : `${count.toLocaleString('en')} editors`

/** Said before the first keystroke (rule 10): what typing does to oneself, and who could still review. */
export function AuthorNotice({ workspace, id }: { workspace: Workspace; id: string }) {
  const { viewer, summary, team } = workspace
  const { isAuthor, reviewersLeft } = summary
  if (isAuthor)
    return (
      <div id={id}>
        {reviewersLeft === 0 ? (
          <Notice tone="warning" title="Nobody could review this text.">
            Every editor has edited it since the last publication. It takes another editor before it can be published.
          </Notice>
        ) : (
          <p className="text-sm text-ink-muted">
            You are an author of this text, so you cannot review it. {editors(reviewersLeft)} could.
          </p>
        )}
      </div>
    )
  const left = reviewersLeft - (team.editors.some((editor) => editor.id === viewer.id) ? 1 : 0)
  return (
    <div id={id}>
      <Notice tone={left === 0 ? 'warning' : 'info'}>
        If you edit this text, you become an author of it and cannot review it until the next publication.{' '}
        {editors(left)} could still review it then.
      </Notice>
    </div>
  )
}
