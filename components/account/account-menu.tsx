'use client'

import { ChevronDown, CircleUser, Keyboard, LogOut } from 'lucide-react'
import { useState } from 'react'
import { KeyHelp } from '@/components/key/key-help'
import { useKeys } from '@/components/key/use-keys'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { useSignOut } from './use-sign-out'

/** In the desk's frame: who is signed in, the way to one's account, the keys, and out. */
export function AccountMenu({ name }: { name: string }) {
  const signOut = useSignOut()
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const showKeys = () => {
    setIsHelpOpen(true)
  }
  useKeys('help', { '?': showKeys })
  return (
    <>
      <Menu
        label="My account"
        trigger={
          <Button variant="quiet" size="small" icon={<CircleUser aria-hidden />}>
            <bdi className="max-w-40 truncate">{name}</bdi>
            <ChevronDown aria-hidden />
          </Button>
        }
        items={[
          { id: 'account', label: 'My account', icon: <CircleUser aria-hidden />, href: '/desk/account' },
          { id: 'keys', label: 'Keys', icon: <Keyboard aria-hidden />, onAction: showKeys },
          {
            id: 'sign-out',
            label: 'Sign out',
            icon: <LogOut aria-hidden />,
            onAction: signOut.start,
          },
        ]}
      />
      <KeyHelp isOpen={isHelpOpen} onOpenChange={setIsHelpOpen} />
      {signOut.dialog}
    </>
  )
}
