'use client'

import { faultOf } from '@/components/fault'
import { FormFault } from '@/components/form/form-fault'

/** What a command was refused for; nothing where it was not. */
export function FaultNotice({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null
  return <FormFault fault={faultOf(error)} attempt={1} />
}
