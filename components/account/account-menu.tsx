'use client'

import { ChevronDown, CircleUser, LogOut } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'

/** In the desk's frame: who is signed in, the way to one's account, and out. */
export function AccountMenu({ name }: { name: string }) {
  const form = useRef<HTMLFormElement>(null)
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
            onAction: () => {
              form.current?.requestSubmit()
            },
          },
        ]}
      />
      <form ref={form} method="post" action="/api/auth/signout" hidden />
    </>
  )
}
