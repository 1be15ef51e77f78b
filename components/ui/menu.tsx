'use client'

import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { known } from './button'
import { OPTION, OVERLAY } from './styles'

export type MenuEntry = {
  id: string
  label: string
  icon?: ReactNode
  onAction?: () => void
  href?: string
  tone?: 'normal' | 'danger'
  isDisabled?: boolean | undefined
  /** Why it is disabled; shown under the label. */
  explanation?: string | undefined
}

export type MenuProps = {
  /** A Button. */
  trigger: ReactNode
  label: string
  items: readonly MenuEntry[]
}

export function Menu({ trigger, label, items }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement="bottom end" offset={4} className={`${OVERLAY} min-w-52 max-w-80 p-1`}>
        <AriaMenu aria-label={label} items={items} className="outline-none">
          {(item) => <Entry {...item} />}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Entry({ id, label, icon, onAction, href, tone, isDisabled, explanation }: MenuEntry) {
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled ?? false}
      {...known({ onAction, href })}
      className={`${OPTION} no-underline ${tone === 'danger' ? 'text-danger' : ''}`}
    >
      {icon}
      <span className="min-w-0">
        <Text slot="label">{label}</Text>
        {explanation !== undefined && (
          <Text slot="description" className="block text-sm text-ink-muted">
            {explanation}
          </Text>
        )}
      </span>
    </MenuItem>
  )
}
