import { LevelMark, type LevelMarkProps } from '@/components/level/level-mark'
import type { Words } from '@/domain/wording'

/** A level's mark with its word in the reader's language. */
export function Level({ words, level, ...rest }: Omit<LevelMarkProps, 'label'> & { words: Words }) {
  return <LevelMark level={level} label={words.t(`scale.level.${level}`)} {...rest} />
}
