/**
 * What goes through a pipe, either way: a length in four bytes, that much JSON, then bytes. The bytes stay out of the
 * JSON because parsing megabytes of it would hold up everybody else in the server.
 */
export function frame(head: unknown, body: Uint8Array): [Buffer, Uint8Array] {
  const json = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  return [Buffer.concat([length, json]), body]
}

/** @throws SyntaxError or RangeError for bytes that are no frame */
export function unframe(bytes: Buffer): { head: unknown; body: Buffer } {
  const end = 4 + bytes.readUInt32BE(0)
  if (end > bytes.length) throw new RangeError('The frame is cut short.')
  return { head: JSON.parse(bytes.toString('utf8', 4, end)) as unknown, body: bytes.subarray(end) }
}
