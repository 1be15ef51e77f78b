import { text } from './payload'
import type { Payload } from './bag'

class Markup {
  constructor(readonly source: string) {}
}
type Part = string | number | null | Markup | readonly Markup[]

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function shown(part: Part): string {
  if (part === null) return ''
  if (part instanceof Markup) return part.source
  if (typeof part === 'object') return part.map(({ source }) => source).join('\n')
  return String(part).replaceAll(/[&<>"']/g, (sign) => ESCAPED[sign] ?? '')
}

/** Markup; whatever is put into it stands escaped, but for markup made the same way. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.map((string, at) => `${string}${shown(parts[at] ?? null)}`).join(''))
}

const STYLE = `body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1d1d1b;background:#fff;overflow-wrap:anywhere}
h1,h2,h3,dt,footer{font-family:system-ui,sans-serif}dt{font-weight:600;margin-top:.5rem}dd{margin:0}code{font-size:.85em}
blockquote{margin:.5rem 0;padding-left:1rem;border-left:3px solid #777}.warn{border:2px solid #a11;padding:.5rem 1rem}`

/** The page that a person opens first: self-contained, without a script, the same from a disk. */
export function indexPage(language: string, title: string, body: Markup): Payload {
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${title}</title>
        <style>
          ${new Markup(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `
  return text('index.html', page.source)
}

/** Facts in two columns; what is null or empty is left out. */
export function facts(rows: readonly (readonly [string, string | number | null])[]): Markup {
  const known = rows.filter(([, value]) => value !== null && value !== '')
  return html`<dl>
    ${known.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`
}
