import { faultOf, type FaultView } from '@/components/fault'

/** What is wrong with each field of a form, by its path joined with dots. */
export type FieldErrors = Readonly<Record<string, string>>

/** What of a refusal belongs to no field of the form, as one sentence; undefined where every field says its own. */
export function overallFault(error: unknown): (FaultView & { text: string }) | undefined {
  if (error === null || error === undefined) return undefined
  const fault = faultOf(error)
  if (fault.kind === 'fields' && Object.keys(fault.fields).some((path) => path !== '')) return undefined
  const lift = fault.refusal?.lift
  return { ...fault, text: lift === undefined ? fault.message : `${fault.message} ${lift}` }
}
