import { LinkButton } from '@/components/ui/link-button'

export default function DeskNotFound() {
  return (
    <div className="flex max-w-reading flex-col items-start gap-3 py-8">
      <h1 className="text-xl font-semibold">There is nothing here</h1>
      <p>The address leads to nothing that you can see. It may have been mistyped, or it was never there.</p>
      <LinkButton href="/desk">To the desk</LinkButton>
    </div>
  )
}
