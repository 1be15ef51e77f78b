import { en } from './messages/en'
import { wordsFrom } from './wording'

/** For the desk, which speaks English and shows what readers will see. */
export const ENGLISH = wordsFrom('en', en)
