import { CARD_SIZE, drawCard as draw, type Card } from './card/draw'

/** Pixels, as social networks ask for them. */
export const cardSize = CARD_SIZE

/** The picture that stands for an account where it is shared, as a PNG (decision 40). */
export const drawCard = (card: Card): Promise<Buffer> => draw(card)
