import { en } from '@/domain/messages/en'
import { wordsFrom } from '@/domain/wording'

/** For the desk, which speaks English and shows what readers will see. */
export const ENGLISH = wordsFrom('en', en)
