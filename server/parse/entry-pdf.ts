import { answerWith } from './answer-with'
import { readPdf } from './pdf'

void answerWith(readPdf)
