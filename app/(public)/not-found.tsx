import { NothingHere } from '@/components/public/nothing-here'
import { readerWords } from './words'

export default async function PublicNotFound() {
  return <NothingHere words={await readerWords()} />
}
