import { cx } from './cx'

/** Class names that several controls share, so that the same thing looks the same everywhere. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'medium' | 'small'

const BUTTON_VARIANT: Readonly<Record<ButtonVariant, string>> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong',
  secondary: 'border-rule-strong bg-paper text-ink hover:bg-paper-sunken',
  quiet: 'border-transparent text-accent hover:bg-accent-wash',
  danger: 'border-danger bg-paper text-danger hover:bg-danger-wash',
}

const BUTTON_SIZE: Readonly<Record<ButtonSize, string>> = {
  medium: 'min-h-9 px-3 text-base pointer-coarse:min-h-11',
  small: 'min-h-7 px-2 text-sm pointer-coarse:min-h-9',
}

/** Keeps its place and its focus, and reads as unavailable without going under AA contrast. */
const BUTTON_BLOCKED = 'cursor-not-allowed border-dashed border-rule-strong bg-paper text-ink-muted'

type ButtonClass = { variant?: ButtonVariant; size?: ButtonSize; isBlocked?: boolean; className?: string | undefined }

export function buttonClass({ variant = 'secondary', size = 'medium', isBlocked = false, className }: ButtonClass) {
  return cx(
    'inline-flex items-center justify-center gap-1.5 rounded border font-medium no-underline select-none',
    '[&_svg]:size-4 [&_svg]:shrink-0',
    BUTTON_SIZE[size],
    isBlocked ? BUTTON_BLOCKED : BUTTON_VARIANT[variant],
    className,
  )
}

/** Until the page's scripts run: as it will look, faded after a moment. */
export const NOT_READY = 'cursor-progress animate-not-ready'

const BOX = cx(
  'w-full min-w-0 rounded border border-rule-strong bg-paper-raised px-2.5 py-1.5 text-base text-ink',
  'hover:border-ink-muted pointer-coarse:min-h-11',
  'aria-invalid:border-danger data-invalid:border-danger read-only:bg-paper',
)
const BOX_DISABLED = 'disabled:cursor-not-allowed disabled:border-dashed disabled:bg-paper disabled:text-ink-muted'

/** The box of anything one types in. */
export const CONTROL = cx(BOX, BOX_DISABLED)

/** The box of anything one picks in. */
export function pickerClass(isReady: boolean): string {
  return cx(BOX, isReady ? BOX_DISABLED : NOT_READY)
}

/** A box to tick or a dot to pick, with its label. */
export function choiceClass(isReady: boolean): string {
  return cx(
    'group relative flex min-h-6 items-start gap-2 text-base',
    'data-focus-visible:outline-none pointer-coarse:min-h-11',
    isReady ? 'data-disabled:text-ink-muted data-disabled:[&>[aria-hidden]]:border-dashed' : NOT_READY,
  )
}

/** What floats above the page: menus, lists, popovers. */
export const OVERLAY = 'rounded border border-rule-strong bg-paper-raised text-ink shadow-overlay'

/** One row of a list that opens under a control. */
export const OPTION = cx(
  'flex cursor-default items-start gap-2 rounded-sm px-2 py-1.5 text-base outline-none pointer-coarse:min-h-11',
  'data-focused:bg-accent-wash data-focused:outline-2 data-focused:-outline-offset-2 data-focused:outline-focus',
  'data-disabled:cursor-not-allowed data-disabled:text-ink-muted [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0',
)
