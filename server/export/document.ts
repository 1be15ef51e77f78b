import { Parser } from 'htmlparser2'

/** What leads somewhere, by attribute. */
const LEADS = ['href', 'src', 'action'] as const

type CopyOptions = {
  /** What a link says in the copy: an address of its own, or that of the site itself. `isForMachines`: in the head. */
  lead: (href: string, isForMachines: boolean) => string
  /** HTML to show on top: of what it is a copy. */
  notice: string
  /** HTML in place of a form, which a copy cannot answer. */
  insteadOfForm: string
  /** The content policy of the page, as a copy has to carry it in itself. */
  policy: string
}

type Edit = { from: number; to: number; text: string }

/** What says of a page that it could not be compared with the record: a copy says something else there. */
const AS_OF = /<p hidden="" data-as-of="true"( class="[^"]*")?>[\s\S]*?<\/p>/

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A page of the site as one of a copy: everything to the letter but where its links lead, its forms, and what it says of itself. */
export function documentOfCopy(html: string, { lead, notice, insteadOfForm, policy }: CopyOptions): string {
  const edits: Edit[] = []
  let form: number | undefined
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => {
      const [from, to] = [parser.startIndex, parser.endIndex + 1]
      if (name === 'form') form ??= from
      if (form !== undefined) return
      if (name === 'head') edits.push({ from: to, to, text: policyTag(policy) })
      const tag = html.slice(from, to)
      const led = LEADS.reduce((text, attribute) => leading(text, attribute, name, attributes, lead), tag)
      if (led !== tag) edits.push({ from, to, text: led })
    },
    onclosetag: (name) => {
      if (name !== 'form' || form === undefined) return
      edits.push({ from: form, to: parser.endIndex + 1, text: insteadOfForm })
      form = undefined
    },
  })
  parser.end(html)
  let kept = ''
  let at = 0
  for (const { from, to, text } of edits) {
    kept += html.slice(at, from) + text
    at = to
  }
  return (kept + html.slice(at)).replace(AS_OF, (_, style: string | undefined) => `<p${style ?? ''}>${notice}</p>`)
}

const policyTag = (policy: string) =>
  `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}"/><meta name="referrer" content="no-referrer"/>`

function leading(
  tag: string,
  attribute: (typeof LEADS)[number],
  name: string,
  attributes: Record<string, string>,
  lead: CopyOptions['lead'],
): string {
  const value = attributes[attribute]
  // By which address search engines should know the page is for the site to say.
  if (value === undefined || attributes['rel'] === 'canonical') return tag
  const led = lead(value, name === 'link')
  const spelled = new RegExp(`(\\s${attribute}=)"[^"]*"`)
  return led === value ? tag : tag.replace(spelled, (_, begin: string) => `${begin}"${escaped(led)}"`)
}

/** A page that leads on, for an address that has moved. */
export const movedDocument = (to: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><meta http-equiv="refresh" content="0; url=${escaped(to)}"/><title>Moved</title></head><body><p><a href="${escaped(to)}">It has moved here.</a></p></body></html>`

export { escaped }
