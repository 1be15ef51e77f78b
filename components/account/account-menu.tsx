'use client'

import { ChevronDown, CircleUser, LogOut } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { useSignOut } from './use-sign-out'

/** In the desk's frame: who is signed in, the way to one's account, and out. */
export function AccountMenu({ name }: { name: string }) {
  const signOut = useSignOut()
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
          {
            id: 'sign-out',
            label: 'Sign out',
            icon: <LogOut aria-hidden />,
            onAction: signOut.start,
          },
        ]}
      />
      {signOut.dialog}
    </>
  )
}
