/** The part that is used; the package carries no types of its own. */
declare module 'html-encoding-sniffer' {
  /** The name of an encoding, or `defaultEncoding` where nothing says which. */
  export default function sniff(bytes: Uint8Array, options: { defaultEncoding: string }): string
}
