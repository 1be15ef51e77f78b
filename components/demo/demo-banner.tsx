/** On every page of a demo newsroom, so that no invented account is taken for news. */
export function DemoBanner() {
  return (
    <aside
      aria-label="Demonstration"
      className="border-b border-possible bg-possible-wash px-4 py-1.5 text-center text-sm text-possible"
    >
      <strong className="font-semibold">Demonstration.</strong> Everything here is invented
      <span className="max-sm:hidden">: every place, person, outlet and event</span>.
    </aside>
  )
}
