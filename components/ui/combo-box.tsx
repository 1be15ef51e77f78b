'use client'

import type { ReactNode, Ref, RefObject } from 'react'
import { use, useEffect, useRef, useState } from 'react'
import type { Key } from 'react-aria-components'
import { ComboBox as AriaComboBox, Button, ComboBoxStateContext, Input } from 'react-aria-components'
import { ListBox, Popover, useFilter } from 'react-aria-components'
import { ChevronDown } from 'lucide-react'
import { known } from './button'
import { FIELD, FieldLabel, FieldNotes } from './field'
import type { FieldProps } from './field'
import type { SelectOption } from './select'
import { Row } from './select'
import { OVERLAY, pickerClass } from './styles'
import { useAnswering } from './use-answering'
import { useBoundedPaste } from './use-bounded-paste'
import { useIsReady } from './use-is-ready'

export type ComboBoxProps = FieldProps & {
  options: readonly SelectOption<string>[]
  value: string | null
  onChange: (id: string | null) => void
  /**
   * Offers "Create …" when nothing has exactly the typed name, which is known once a search has been answered. The
   * caller creates it and sets `value`.
   */
  onCreate?: ((text: string) => void) | undefined
  /** How the offer reads; `Create “text”` unless given. */
  createLabel?: ((text: string) => string) | undefined
  /** Given, the options are taken as already filtered by the caller. */
  onSearch?: ((text: string) => void) | undefined
  /** Somebody is about to choose: the time to begin loading options. */
  onBegin?: (() => void) | undefined
  /** The options are not the answer to what is typed, or not yet. */
  isLoading?: boolean | undefined
  /** There is no answer to what is typed. */
  isFailed?: boolean | undefined
  placeholder?: string | undefined
  emptyText?: string | undefined
  /** Empties the field after each pick, for a list that is built up one by one. */
  isCleared?: boolean | undefined
  /** Of such a list, how many are in it: what was typed goes once there is one more, also one made on the spot. */
  listed?: number | undefined
  className?: string | undefined
}

const CREATE = ' create'
const RESTORED = 'react-aria-focus-scope-restore'
const FAILED = 'The search did not get through. Type again to repeat it.'

export function ComboBox(props: ComboBoxProps) {
  const {
    label,
    description,
    error: wrong,
    options,
    value,
    onChange: _,
    onCreate,
    placeholder,
    className,
    ...rest
  } = props
  const {
    createLabel,
    onSearch,
    onBegin,
    isLoading = false,
    isFailed = false,
    emptyText,
    isCleared = false,
    listed = 0,
    ...field
  } = rest
  const nameOf = (id: string | null) => {
    const chosen = options.find((option) => option.id === id)
    return chosen?.name ?? chosen?.label ?? ''
  }
  const text = useTypedText(value, nameOf(value), listed)
  const onChange = useAnswering(props, props.onChange)
  const { rows, choose, hold } = useHeld(
    useRows(options, text.typed, {
      onCreate: isLoading || isFailed ? undefined : onCreate,
      createLabel,
      // Of options that are not the answer yet, those alone that can be: Enter must not take one of the search before.
      isFiltered: onSearch !== undefined && !isLoading,
      chosen: nameOf(value),
    }),
    onChange,
  )

  // Held while a list that is built up one by one closes after a pick: React Aria closes it when its value changes.
  const [passing, setPassing] = useState<Key | null>(null)

  const isMaking = useRef(false)
  const input = useRef<HTMLInputElement>(null)
  const isBack = useFocusBack(input)
  const isReady = useIsReady()
  const { refused, forget, handlers } = useBoundedPaste(undefined)
  const error = refused ?? wrong
  const answer = useAnswering(props, undefined)

  function pick(key: Key | null) {
    // The list closed under somebody who is still typing, because the page moved, or whose new one is being made in a
    // dialog that has taken the focus: what is typed stays.
    if (key === null && value === null && (isMaking.current || document.activeElement === input.current)) return
    if (key === CREATE) {
      isMaking.current = true
      onCreate?.(text.typed.trim())
    } else {
      const id = key === null ? null : String(key)
      if (id !== value) choose(id)
      text.set(nameOf(id))
    }
    // One that is being made may be given up: what was typed stays until it is there. Its dialog closes the list.
    if (!isCleared || key === CREATE) return
    setPassing(key)
    text.set('')
    onSearch?.('')
  }

  function type(typed: string) {
    setPassing(null)
    forget()
    answer(typed)
    text.set(typed)
    onSearch?.(typed)
    // Both the text and the choice are held here, so an emptied box is ours to unchoose.
    if (typed === '' && value !== null) onChange(null)
  }

  return (
    <AriaComboBox
      {...known(field)}
      isDisabled={(field.isDisabled ?? false) || !isReady}
      items={rows}
      value={isCleared ? passing : value}
      onChange={pick}
      onFocus={() => {
        isMaking.current = false
        onBegin?.()
      }}
      onOpenChange={(isOpen) => {
        if (!isOpen) setPassing(null)
      }}
      inputValue={text.typed}
      onInputChange={type}
      // Led to by an error, one wants to read that first: the list would lie over it.
      menuTrigger={error === undefined && !isBack ? 'focus' : 'input'}
      allowsEmptyCollection
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={`${FIELD} ${className ?? ''}`}
    >
      <FieldLabel isRequired={field.isRequired}>{label}</FieldLabel>
      <div className="relative">
        <Box ref={input} {...known({ placeholder })} {...handlers} className={`${pickerClass(isReady)} pe-9`} />
        <Button className="absolute inset-y-0 end-0 flex w-9 items-center justify-center text-ink-muted">
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      </div>
      <FieldNotes description={description} error={error} />
      <Popover className={`${OVERLAY} w-(--trigger-width) min-w-48 p-1`}>
        <ListBox<SelectOption<string>>
          onPointerDownCapture={hold}
          className="max-h-80 overflow-y-auto outline-none"
          renderEmptyState={() => (
            <Nothing>{isLoading ? 'Searching…' : isFailed ? FAILED : (emptyText ?? 'Nothing found.')}</Nothing>
          )}
        >
          {(option) => <Row {...option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

type BoxProps = ReturnType<typeof useBoundedPaste>['handlers'] & {
  ref: Ref<HTMLInputElement>
  placeholder?: string
  className: string
}

/** A click always opens the list: also on a box that has the focus, or an error. */
function Box(props: BoxProps) {
  const state = use(ComboBoxStateContext)
  return (
    <Input
      {...props}
      dir="auto"
      onClick={() => {
        if (state?.isOpen === false) state.open(null, 'manual')
      }}
    />
  )
}

/**
 * A dialog that closes gives the focus back to the box. React Aria's list takes that for an entering of the list, which
 * it answers for the box, and nothing gets the focus. True while it is back so: the list stays closed until it is wanted.
 */
function useFocusBack(box: RefObject<HTMLInputElement | null>): boolean {
  const [isBack, setIsBack] = useState(false)
  useEffect(() => {
    const input = box.current
    if (input === null) return
    const take = (event: Event) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      setIsBack(true)
    }
    const leave = () => {
      setIsBack(false)
    }
    input.addEventListener(RESTORED, take, true)
    input.addEventListener('blur', leave)
    return () => {
      input.removeEventListener(RESTORED, take, true)
      input.removeEventListener('blur', leave)
    }
  }, [box])
  useEffect(() => {
    if (isBack) box.current?.focus()
  }, [box, isBack])
  return isBack
}

function Nothing({ children }: { children: ReactNode }) {
  return <div className="px-2 py-1.5 text-sm text-ink-muted">{children}</div>
}

/** The text in the box: what is typed, until the chosen value, or the list of those chosen, changes from outside. */
function useTypedText(value: string | null, name: string, listed: number) {
  const [state, setState] = useState({ value, name, listed, typed: name })
  if (state.value !== value || state.listed < listed || (state.name !== name && state.typed === state.name)) {
    setState({ value, name, listed, typed: name })
  } else if (state.listed !== listed) setState({ ...state, listed })
  return {
    typed: state.typed,
    set: (typed: string) => {
      setState((before) => ({ ...before, typed }))
    },
  }
}

type Choose = (id: string | null) => void

/**
 * The rows as they were when one of them was pressed, until it is let go: an answer must not move them in between. What
 * is pressed is chosen as it was then, for the caller may know it from that answer alone.
 */
function useHeld(rows: SelectOption<string>[], choose: Choose) {
  const [held, setHeld] = useState<{ rows: SelectOption<string>[]; choose: Choose } | null>(null)
  useEffect(() => {
    if (held === null) return
    // Behind the click, which comes after the pointer is up.
    const release = () =>
      setTimeout(() => {
        setHeld(null)
      })
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', release)
    return () => {
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', release)
    }
  }, [held])
  return {
    ...(held ?? { rows, choose }),
    hold: () => {
      setHeld({ rows, choose })
    },
  }
}

type RowOptions = Pick<ComboBoxProps, 'onCreate' | 'createLabel'> & { isFiltered: boolean; chosen: string }

function useRows(options: readonly SelectOption<string>[], typed: string, how: RowOptions): SelectOption<string>[] {
  const { contains } = useFilter({ sensitivity: 'base' })
  const text = typed.trim()
  const isUntouched = text === '' || text === how.chosen
  const rows = isUntouched || how.isFiltered ? [...options] : options.filter((option) => contains(option.label, text))
  const isNew = text !== '' && !options.some((option) => option.label.toLowerCase() === text.toLowerCase())
  if (how.onCreate && isNew) rows.push({ id: CREATE, label: how.createLabel?.(text) ?? `Create “${text}”` })
  return rows
}
