/** The public "not found", without the frame: it must show even where the team's settings cannot be read. */
export function NothingHere() {
  return (
    <main id="main" className="mx-auto flex w-full max-w-reading flex-col gap-4 px-4 py-16 sm:px-6">
      <h1 className="font-serif text-2xl font-semibold">There is nothing at this address</h1>
      <p className="reading">
        It may have been mistyped. An account that was published here keeps its address for good, also when it is
        corrected or retracted.
      </p>
      <p>
        <a href="/" className="link">
          To the latest accounts
        </a>
      </p>
    </main>
  )
}
