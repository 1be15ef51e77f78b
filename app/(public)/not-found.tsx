import { NothingHere } from '@/components/public/nothing-here'

export default function PublicNotFound() {
  return <NothingHere />
}
