/** The first thing in the page: leads past the header to `<main id="main">`. */
export function SkipLink({ children = 'Skip to the content' }: { children?: string }) {
  return (
    <a
      href="#main"
      className="sr-only rounded bg-accent px-3 py-2 font-medium text-on-accent no-underline focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-60 focus:px-3 focus:py-2"
    >
      {children}
    </a>
  )
}
