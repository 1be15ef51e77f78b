import { Badge } from '@/components/ui/badge'
import { strengthWord } from './suggestion'

/** How strong a suggestion of the program is; one by an editor has their reason alone. */
export function Strength({ strength }: { strength: number | null }) {
  if (strength === null)
    return (
      <span>
        <Badge tone="quiet">by an editor</Badge>
      </span>
    )
  const word = strengthWord(strength)
  return (
    <span>
      <Badge tone={word === 'strong' ? 'accent' : word === 'likely' ? 'neutral' : 'quiet'}>
        {word}, {Math.round(strength * 100)} of 100
      </Badge>
    </span>
  )
}
