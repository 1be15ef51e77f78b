'use client'

import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

export type TabEntry = { id: string; label: ReactNode; content: ReactNode }

export type TabsProps = {
  label: string
  tabs: readonly TabEntry[]
  /** Controlled where the caller keeps it (in the URL, say). */
  selected?: string
  onSelect?: (id: string) => void
  /** Keeps every panel in the page, hidden, so that what is half typed in one survives a look at another. */
  isKept?: boolean
}

const TAB =
  '-mb-px flex min-h-9 cursor-default items-center gap-1.5 border-b-2 border-transparent px-1 text-base text-ink-muted hover:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-ink pointer-coarse:min-h-11 forced-colors:border-[Canvas] forced-colors:data-selected:border-[Highlight]'

export function Tabs({ label, tabs, selected, onSelect, isKept = true }: TabsProps) {
  return (
    <AriaTabs
      keyboardActivation="manual"
      {...(selected !== undefined && { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
      className="flex flex-col"
    >
      <TabList aria-label={label} className="flex gap-5 overflow-x-auto border-b border-rule">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={TAB}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} shouldForceMount={isKept} className="pt-4 data-inert:hidden">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
