import { allEvidence, claimsOf, type Workspace } from '@/components/evidence/view'
import { parseDocument, type DocumentNode } from '@/domain/document'
import { gate, leftOut, type GateInput } from '@/domain/gate'
import { reviewersLeft } from '@/domain/review'

export type SavedText = { revisionId: string; version: number; document: DocumentNode }

/**
 * The view once the viewer's text was saved. An autosave answers its version alone: what follows from the text is
 * worked out here, by the rules that the server uses, so that nothing is fetched again while somebody writes.
 */
export function withSavedText(workspace: Workspace, { revisionId, version, document }: SavedText): Workspace {
  const { summary, viewer, team } = workspace
  const { working } = summary
  if (working?.id !== revisionId || working.state !== 'draft') return workspace
  const isAuthor = working.authors.some((author) => author.accountId === viewer.id)
  const authors = isAuthor
    ? working.authors
    : [...working.authors, { accountId: viewer.id, name: viewer.name, byline: null }]
  const authorIds = authors.map((author) => author.accountId)
  const editorIds = team.editors.map((editor) => editor.id)
  return {
    ...workspace,
    summary: {
      ...summary,
      working: { ...working, version, document, authors },
      isAuthor: true,
      reviewersLeft: reviewersLeft(editorIds, authorIds, viewer.id).now,
      ...ofDraft(workspace, { revisionId, version, document }, authorIds),
    },
  }
}

/** A draft has no approvals yet, so that no hash of what would be published is read. */
function ofDraft(workspace: Workspace, { revisionId, document }: SavedText, authors: string[]) {
  const parsed = parseDocument(document)
  if (!parsed.ok) return { gate: [], leftOut: [] }
  const input: GateInput = {
    revision: { id: revisionId, state: 'draft', doc: parsed.doc },
    snapshotHash: '',
    approvalsNeeded: workspace.summary.approvals.needed,
    authors,
    reviews: [],
    evidence: allEvidence(workspace),
    claims: claimsOf(workspace).map((claim) => ({
      id: claim.id,
      text: claim.text,
      questionId: claim.questionId,
      isCentral: claim.isCentral,
      isWithdrawn: claim.withdrawn !== null,
      openRoundId: claim.round?.id ?? null,
      finding: claim.finding,
    })),
  }
  return { gate: gate(input), leftOut: leftOut(input) }
}
