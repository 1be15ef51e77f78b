/** An empty line stands before and after these. */
const PARAGRAPHS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DETAILS DIALOG DIV DL FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 ' +
    'HEADER HGROUP HR MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE UL'
  ).split(' '),
)
/** These stand on lines of their own. */
const LINES = new Set('BR CAPTION DD DT LI OPTION TBODY TFOOT THEAD TR'.split(' '))
const CELLS = new Set(['TD', 'TH'])
/** What is no text of the page, or what only a pointer or a script brings out. */
const SILENT = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE TEXTAREA SELECT BUTTON INPUT IFRAME SVG DATALIST PROGRESS METER'.split(
    ' ',
  ),
)

const ELEMENT = 1
const TEXT = 3

type Break = 0 | 1 | 2

/** Text with its lines: white space folded but in `<pre>`, breaks kept until there is something behind them. */
class Lines {
  private readonly parts: string[] = []
  private pending: Break = 0
  private isSpaceDue = false
  private isStarted = false

  breakTo(size: Break): void {
    if (size > this.pending) this.pending = size
  }

  /** A `<br>`: one more line, two of them an empty one. */
  newline(): void {
    this.pending = this.pending === 0 ? 1 : 2
  }

  text(text: string): void {
    const words = text.replace(/[ \t\n\r\f]+/g, ' ')
    const bare = words.startsWith(' ') ? words.slice(1) : words
    if (words !== bare) this.isSpaceDue = this.parts.at(-1) !== '\t'
    if (bare === '') return
    this.put(bare.endsWith(' ') ? bare.slice(0, -1) : bare)
    this.isSpaceDue = bare.endsWith(' ')
  }

  verbatim(text: string): void {
    if (text !== '') this.put(text)
  }

  /** Cells of a row stand apart by a tab. */
  cell(): void {
    if (this.pending > 0 || !this.isStarted) return
    this.parts.push('\t')
    this.isSpaceDue = false
  }

  toString(): string {
    return this.parts.join('')
  }

  private put(text: string): void {
    if (this.isStarted && this.pending > 0) this.parts.push('\n'.repeat(this.pending))
    else if (this.isStarted && this.isSpaceDue) this.parts.push(' ')
    this.pending = 0
    this.isSpaceDue = false
    this.isStarted = true
    this.parts.push(text)
  }
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
  )
}

/**
 * What an element says, as lines: paragraphs, headings and quotations with an empty line between, an item of a list or
 * a row of a table a line, its cells parted by tabs. Nothing is added that the page does not say.
 */
export function linesOf(element: Element): string {
  const lines = new Lines()
  write(element, lines, { isPre: false, isCell: false })
  return lines.toString()
}

type Within = { isPre: boolean; isCell: boolean }

const isBlock = (tag: string) => PARAGRAPHS.has(tag) || LINES.has(tag)

/** A cell that holds an article lays a page out; only of the others is a row a line. */
function isDataCell(element: Element, tag: string): boolean {
  return CELLS.has(tag) && element.querySelector('table, p + p, h1, h2, h3, h4, ul, ol, blockquote') === null
}

function breakOf(element: Element, tag: string): Break {
  // A list within an item goes on line by line.
  if ((tag === 'UL' || tag === 'OL') && element.parentElement?.tagName.toUpperCase() === 'LI') return 1
  if (CELLS.has(tag) && !isDataCell(element, tag)) return 2
  return PARAGRAPHS.has(tag) ? 2 : LINES.has(tag) ? 1 : 0
}

function write(element: Element, lines: Lines, within: Within): void {
  const tag = element.tagName.toUpperCase()
  if (SILENT.has(tag) || isHidden(element)) return
  // A break inside a cell would tear its row apart.
  if (within.isCell && isBlock(tag)) lines.text(' ')
  else if (tag === 'BR') lines.newline()
  const size = within.isCell || tag === 'BR' ? 0 : breakOf(element, tag)
  const isCell = isDataCell(element, tag)
  if (isCell && element.previousElementSibling !== null) lines.cell()
  lines.breakTo(size)
  const inside = { isPre: within.isPre || tag === 'PRE', isCell: within.isCell || isCell }
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === ELEMENT) write(node as Element, lines, inside)
    else if (node.nodeType === TEXT && inside.isPre && !inside.isCell) lines.verbatim(node.nodeValue ?? '')
    else if (node.nodeType === TEXT) lines.text(node.nodeValue ?? '')
  }
  if (within.isCell && isBlock(tag)) lines.text(' ')
  lines.breakTo(size)
}
