import { GRADE_LABEL, GRADES, HEADING_LABEL, LEVEL_INFO, LEVELS } from '@/domain/levels'
import { LevelMark } from '@/components/level/level-mark'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'

/** The scale of credibility, with the value that each level has in ClaimReview. */
export function LevelsTable() {
  return (
    <Table caption="The levels, most confident first" className="font-sans">
      <thead>
        <tr>
          <ColumnHead>Level</ColumnHead>
          <ColumnHead>What it says</ColumnHead>
          <ColumnHead>Heading</ColumnHead>
          <ColumnHead align="end">Value</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {LEVELS.map((level) => {
          const { meaning, heading, value } = LEVEL_INFO[level]
          return (
            <tr key={level}>
              <RowHead className="text-start">
                <LevelMark level={level} variant="plain" />
              </RowHead>
              <Cell className="min-w-48">{meaning}</Cell>
              <Cell>{HEADING_LABEL[heading]}</Cell>
              <Cell align="end">{value ?? 'none'}</Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

/** The scale of reliability, for outlets. */
export function GradesTable() {
  return (
    <Table caption="The grades, most reliable first" className="font-sans">
      <thead>
        <tr>
          <ColumnHead>Grade</ColumnHead>
          <ColumnHead>What it says</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {GRADES.map((grade) => (
          <tr key={grade}>
            <RowHead className="text-start">{grade}</RowHead>
            <Cell>{GRADE_LABEL[grade]}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
