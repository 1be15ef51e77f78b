/** The four people of the demo newsroom. */
export type PersonKey = 'mara' | 'ilya' | 'noor' | 'tomas'
