/** Between two facts of a line. A screen reader would say “middle dot”. The blanks are kept for who hears or copies them. */
export function Dot() {
  return (
    <>
      {' '}
      <span aria-hidden>·</span>{' '}
    </>
  )
}
