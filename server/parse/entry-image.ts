import { answerWith } from './answer-with'
import { readImage } from './image'

void answerWith(readImage)
