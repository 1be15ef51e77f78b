import { INCIDENT_FLOW, PUBLICATION_ACTS, REVISION_FLOW, ROUND_FLOW } from '@/domain/workflow'

type Flow = Readonly<
  Record<
    string,
    { from: readonly (string | null)[]; to: readonly string[]; who: string; unless: string; also?: string }
  >
>

function table(flow: Flow): string {
  const rows = Object.entries(flow).map(([action, row]) => {
    const from = row.from.map((state) => state ?? '(none)').join(', ')
    return `| \`${action}\` | ${from} → ${row.to.join(' or ')} | ${row.who} | ${row.unless} | ${row.also ?? ''} |`
  })
  return ['| action | from → to | who | unless | also |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
}

function acts(): string {
  const rows = Object.entries(PUBLICATION_ACTS).map(
    ([action, act]) => `| \`${action}\` | ${act.does} | ${act.who} | ${act.unless} |`,
  )
  return ['| action | what it does | who | unless |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** docs/workflow.md, whole, as the tables of domain/workflow.ts say it. */
export function workflowDocument(): string {
  return `# The workflow

Made from \`domain/workflow.ts\` by \`npm run docs:workflow\`; a test compares the two. Do not edit by hand.

## Revisions of a summary

At most one revision of an incident is working: draft, in_review or approved.

${table(REVISION_FLOW)}

## Rounds of votes

${table(ROUND_FLOW)}

## Incidents

${table(INCIDENT_FLOW)}

## Acts on what is published

${acts()}
`
}
