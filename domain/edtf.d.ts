/** The part of `edtf` that the domain uses; the package carries no types of its own. */
declare module 'edtf' {
  type Parsed = { type: string; edtf: string; min: number; max: number }
  /** Throws on anything that is not EDTF. */
  export default function edtf(value: string): Parsed
}
