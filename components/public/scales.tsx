import { GRADES, LEVEL_INFO, LEVELS } from '@/domain/levels'
import type { Words } from '@/domain/wording'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { Level } from './level'

/** The scale of credibility, with the value that each level has in ClaimReview. */
export function LevelsTable({ words }: { words: Words }) {
  const { t } = words
  return (
    <Table caption={t('scale.levels.caption')} className="font-sans">
      <thead>
        <tr>
          <ColumnHead>{t('scale.levels.level')}</ColumnHead>
          <ColumnHead>{t('scale.levels.says')}</ColumnHead>
          <ColumnHead>{t('scale.levels.heading')}</ColumnHead>
          <ColumnHead align="end">{t('scale.levels.value')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {LEVELS.map((level) => {
          const { heading, value } = LEVEL_INFO[level]
          return (
            <tr key={level}>
              <RowHead className="text-start">
                <Level words={words} level={level} variant="plain" />
              </RowHead>
              <Cell className="min-w-48">{t(`scale.meaning.${level}`)}</Cell>
              <Cell>{t(`scale.heading.${heading}`)}</Cell>
              <Cell align="end">{value === null ? t('scale.levels.none') : words.number(value)}</Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

/** The scale of reliability, for outlets. */
export function GradesTable({ words: { t } }: { words: Words }) {
  return (
    <Table caption={t('scale.grades.caption')} className="font-sans">
      <thead>
        <tr>
          <ColumnHead>{t('scale.grades.grade')}</ColumnHead>
          <ColumnHead>{t('scale.grades.says')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {GRADES.map((grade) => (
          <tr key={grade}>
            <RowHead className="text-start">{grade}</RowHead>
            <Cell>{t(`scale.grade.${grade}`)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
