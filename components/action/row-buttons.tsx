import { Button } from '@/components/ui/button'
import { ActionButton, type ActionButtonProps } from './action-button'

type RowButtonsProps = {
  /** Shows what the row is about. */
  show: { label: string; onPress: () => void }
  /** Takes the row away, or a part of it. */
  act: { label: string } & Required<Pick<ActionButtonProps, 'verdict' | 'isPending' | 'onPress'>>
}

/** What one can do with a row of a list: look at it, and be done with it. */
export function RowButtons({ show, act: { label, ...act } }: RowButtonsProps) {
  return (
    <div className="flex flex-wrap gap-1">
      <Button size="small" onPress={show.onPress}>
        {show.label}
      </Button>
      <ActionButton {...act} size="small" variant="quiet">
        {label}
      </ActionButton>
    </div>
  )
}
