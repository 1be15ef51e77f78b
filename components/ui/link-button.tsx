import type { ReactNode } from 'react'
import Link from 'next/link'
import type { ButtonSize, ButtonVariant } from './styles'
import { buttonClass } from './styles'

type LinkButtonProps = {
  href: string
  children: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  className?: string
}

/** A link that looks like a button, for going somewhere within the desk. Public pages use a plain `<a>`. */
export function LinkButton({ href, children, icon, ...style }: LinkButtonProps) {
  return (
    <Link href={href} prefetch={false} className={buttonClass(style)}>
      {icon}
      {children}
    </Link>
  )
}
