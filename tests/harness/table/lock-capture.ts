import { captureOf, fetched, listed, pictured, copy, fresh, redactedCapture } from './lock-act'
import type { Attempt } from './lock-act'

/** Rules 1 and 2: excerpts are what their captures hold, and those never change. */
export const BROKEN_CAPTURE_RULES: Readonly<Record<string, Attempt>> = {
  '1: an excerpt that its capture does not hold': (w) =>
    copy('excerpt', { id: fresh, exact: `'nowhere to be found'` }, `capture_id = '${w.fresh.captureId}'`),
  '1: an excerpt whose context its capture does not hold': (w) =>
    copy('excerpt', { id: fresh, prefix: `'nowhere'` }, `capture_id = '${w.fresh.captureId}'`),
  '1: what follows an excerpt made up': (w) =>
    copy('excerpt', { id: fresh, suffix: `'nowhere'` }, `capture_id = '${w.fresh.captureId}'`),
  '1: an excerpt reworded': (w) => `update excerpt set exact = 'x' where capture_id = '${w.fresh.captureId}'`,
  '1: an excerpt moved': (w) =>
    `update excerpt set start = start + 1, "end" = "end" + 1 where capture_id = '${w.fresh.captureId}'`,
  '2: another text of a capture': (w) => `update capture set text = 'x' where id = '${w.fresh.captureId}'`,
  '2: a capture emptied without a redaction': (w) => `update capture set text = null where id = '${w.fresh.captureId}'`,
  '2: a capture that is not what its hash says': (w) =>
    copy('capture', { id: fresh, number: '9', text: `'x'`, text_length: '1' }, `id = '${w.fresh.captureId}'`),
  '2: a capture without its text': (w) => captureOf(w, { text: 'null' }),
  '2: a capture whose bytes have no hash': (w) => captureOf(w, { bytes_sha256: `'x'` }),
  '2: a capture of another length': (w) => captureOf(w, { text_length: 't.text_length + 1' }),
  '2: how a page came, changed': (w) => `${fetched(w)}; update capture_fetch set status = 204`,
  '2: how a page came, emptied without a redaction': (w) =>
    `${fetched(w)}; update capture_fetch set headers = '[]', redirects = '[]'`,
  '2: what stood beside a picture, changed': (w) => `${pictured(w)}; update capture_image set width = 2`,
  '2: a list of addresses, changed': (w) => `${listed(w)}; update intake_list set name = 'x'`,
  '2: a redacted capture renumbered': (w) =>
    `${redactedCapture(w)}; update capture set text = null, number = 9 where id = '${w.fresh.captureId}'`,
  '2: a redacted capture with other bytes': (w) =>
    `${redactedCapture(w)}; update capture set bytes_sha256 = text_sha256 || 'x', text = null where id = '${w.fresh.captureId}'`,
  '2: a redacted capture with another text': (w) =>
    `${redactedCapture(w)}; update capture set text = 'x' where id = '${w.fresh.captureId}'`,
}
