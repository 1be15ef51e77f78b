import type { DocumentNode } from '@/domain/document'
import { EVIDENCE, idOf } from './ids'

const text = (value: string): DocumentNode => ({ type: 'text', text: value })
const cite = (n: number): DocumentNode => ({ type: 'citation', attrs: { evidenceId: idOf(n) } })
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content })

export const sampleSummary: DocumentNode = {
  type: 'doc',
  content: [
    paragraph(
      text(
        'Shortly before dawn on 14 March 2024 a fuel depot at the edge of Krasnyi Brid caught fire. The Northern Guard published a video in which one building burns',
      ),
      cite(EVIDENCE.video),
      text('; reporters who reached the site that afternoon counted one destroyed building as well'),
      cite(EVIDENCE.courier),
      text('. A local source who saw the yard says the same'),
      cite(EVIDENCE.insider),
      text('.'),
    ),
    { type: 'heading', attrs: { level: 2 }, content: [text('How many, and how')] },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            paragraph(
              text('The number two goes back to one outlet, which gives no origin for it'),
              cite(EVIDENCE.tribune),
              text('.'),
            ),
          ],
        },
        {
          type: 'listItem',
          content: [
            paragraph(
              text('The ministry denies that anything military was hit'),
              cite(EVIDENCE.sahra),
              text(', and says '),
              { type: 'text', text: 'nothing', marks: [{ type: 'italic' }] },
              text(' of the cause.'),
            ),
          ],
        },
      ],
    },
    {
      type: 'blockquote',
      content: [
        paragraph(
          text('Nobody was hurt, the district council said the next morning'),
          cite(EVIDENCE.council),
          text('.'),
        ),
      ],
    },
    paragraph(text('The depot has stood there since 1987'), cite(EVIDENCE.back), text('.')),
  ],
}
