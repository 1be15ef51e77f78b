/**
 * The key as a Latin keyboard has it there: who types Ukrainian, Russian or Arabic presses the same place for C without
 * changing the layout. What is a character of ASCII is taken as it is, wherever it lies.
 */
export function latinKey({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (Array.from(key).length !== 1 || key <= '~') return key.toLowerCase()
  if (code === 'Slash') return shiftKey ? '?' : '/'
  return (/^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] ?? key).toLowerCase()
}
