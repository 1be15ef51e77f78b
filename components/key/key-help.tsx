'use client'

import { Fragment } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { groupBy } from '@/domain/group-by'
import { KEYS_WITHIN, PLAIN_KEYS } from './key-list'
import { switchKeys, useKeysOn } from './key-switch'
import { useModKey } from './mod-key'

type KeyHelpProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** Every key there is, and the switch for those that are pressed alone. */
export function KeyHelp({ isOpen, onOpenChange }: KeyHelpProps) {
  const isOn = useKeysOn()
  const mod = useModKey()
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Keys" size="large" isDismissable>
      <Checkbox
        isSelected={isOn}
        onChange={switchKeys}
        description="They are letters and signs, answered while you are not typing. Off, they do nothing in this browser; all they do has a button too."
      >
        Keys that are pressed alone
      </Checkbox>
      <div className="gap-x-10 sm:columns-2">
        {isOn &&
          [...groupBy(Object.values(PLAIN_KEYS), ({ label }) => label)].map(([label, places]) => (
            <KeyTable
              key={label}
              label={label}
              rows={places.flatMap(({ rows }) => rows.map(({ keys, does }) => ({ keys: span(keys), does })))}
            />
          ))}
        {KEYS_WITHIN.map(({ label, rows }) => (
          <KeyTable
            key={label}
            label={label}
            rows={rows.map(({ keys, does }) => ({ keys: keys.replaceAll('Mod', mod), does }))}
          />
        ))}
      </div>
    </Dialog>
  )
}

/** "1 – 6" of a row of keys, "C" of one. */
const span = (keys: readonly string[]): string =>
  [...new Set([keys[0], keys.at(-1)])].map((key) => key?.toUpperCase()).join(' – ')

function KeyTable({ label, rows }: { label: string; rows: readonly { keys: string; does: string }[] }) {
  return (
    <section aria-label={label} className="break-inside-avoid pb-4">
      <h3 className="border-b border-rule pb-1 font-semibold">{label}</h3>
      <dl className="grid grid-cols-[minmax(5.5rem,auto)_minmax(0,1fr)] gap-x-3 gap-y-1 pt-1.5 text-sm">
        {rows.map(({ keys, does }) => (
          <Fragment key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd className="text-ink-muted">{does}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}
