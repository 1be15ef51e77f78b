import naughty from 'big-list-of-naughty-strings' with { type: 'json' }
import fc from 'fast-check'
import { cleanText } from '@/domain/text'
import { seedOf } from './seed'

/** Where a page would have to be left for markup to begin, and what parsers mend into something else (mXSS). */
const ENDINGS = [
  '',
  '"',
  "'",
  '`',
  '>',
  '">',
  "'>",
  '-->',
  ']]>',
  '}}',
  '\\',
  '</title>',
  '</script>',
  '</textarea>',
].concat(['</style>', '</svg>', '</noscript>', '</template>', '</select>', '&quot;>', '\u2028', '\uFFFD"'])

const HANDLERS = [
  'onerror',
  'onload',
  'onfocus autofocus tabindex=1 onfocus',
  'onpointerenter',
  'ontoggle',
  'onbegin',
].concat(['onanimationstart', 'onclick', 'OnErRoR', 'onbeforetoggle', 'oncontentvisibilityautostatechange'])

const ELEMENTS = [
  ...['script', 'img src=x', 'svg', 'svg/onload=1', 'iframe srcdoc=x', 'object data=x', 'embed src=x', 'video src=x'],
  ...['details open', 'body', 'base href=//payload.invalid', 'form action=//payload.invalid', 'input', 'marquee'],
  ...[
    'math><mi xlink:href=x',
    'style',
    'link rel=stylesheet href=//payload.invalid',
    'meta http-equiv=refresh content=0',
  ],
  ...['a href=javascript:alert(1)', 'template shadowrootmode=open', 'noscript', 'table background=//payload.invalid'],
]

const ADDRESSES = [
  ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', '\u0001javascript:alert(1)'],
  ...['data:text/html,<script>alert(1)</script>', 'vbscript:x', '//payload.invalid/x', 'http://payload.invalid/x'],
  ...['&#106;avascript:alert(1)', 'javascript&colon;alert(1)', 'blob:x', 'view-source:javascript:alert(1)'],
]

/** Of the kind that sanitisers are tried with: each is inert where text stays text. */
const KNOWN = [
  '<svg><p><style><img title="</style><img src=x onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<a href="javascript&#x3A;alert(1)">x</a><a href=" javascript:alert(1)">y</a>',
  '<svg><animate xlink:href=#x attributeName=href values=javascript:alert(1) /><a id=x><text y=20>z',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><image href=1 onerror=alert(1)></svg>#x">',
  '<select><iframe></select><img src=x onerror=alert(1)>',
  '<template><s></template><img src=x onerror=alert(1)>',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><?xml-stylesheet href="javascript:alert(1)"?>',
  '<iframe srcdoc="&lt;img src=x onerror=alert(1)&gt;">',
  '<object type="text/x-scriptlet" data="http://payload.invalid/x"></object>',
  '<link rel=prefetch href=http://payload.invalid/x><meta http-equiv="refresh" content="0;url=http://payload.invalid/">',
  '<style>@import "http://payload.invalid/x";*{background:url(http://payload.invalid/x)}</style>',
  '{{constructor.constructor("alert(1)")()}}${alert(1)}#{alert(1)}<%= alert(1) %>',
  '{"@type":"ClaimReview"}</script><script>alert(1)</script>',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '\u202E<script>alert(1)</script>\u202C',
  '＜script＞alert(1)＜/script＞',
  '<x onclick=alert(1) style=position:fixed;inset:0>anything',
  '<button popovertarget=x onclick=alert(1)>x</button><div popover id=x onbeforetoggle=alert(1)>',
  '<div id=summary></div><form id=x name=cookie><input name=attributes>',
]

/** So many of them put together from their parts, the same for one seed. */
function fuzzed(count: number): string[] {
  const of = (all: readonly string[]) => fc.constantFrom(...all)
  const made = fc
    .tuple(of(ENDINGS), of(ELEMENTS), of(HANDLERS), of(ADDRESSES), fc.string({ unit: 'binary', maxLength: 6 }))
    .map(
      ([end, element, handler, address, noise]) => `${end}<${element} ${handler}=alert(1) href="${address}">${noise}`,
    )
  return fc.sample(made, { numRuns: count, seed: seedOf('payloads') })
}

/** Everything above, as it can be in a text that was let in. */
export function payloads(): string[] {
  const all = [...naughty, ...KNOWN, ...ADDRESSES, ...fuzzed(2_000)]
  return all.map(cleanText).filter((text) => text.trim() !== '')
}
