/** Where places of the gazetteer come from, as its licence asks. */
export function GeonamesCredit({ id }: { id?: number }) {
  return (
    <p className="text-sm text-ink-muted">
      {id === undefined ? 'Places of the gazetteer are from ' : 'Made from the gazetteer: '}
      <a
        className="text-accent underline"
        href={id === undefined ? 'https://www.geonames.org/' : `https://www.geonames.org/${id}`}
        rel="noreferrer"
      >
        GeoNames{id !== undefined && ` ${id}`}
      </a>
      ,{' '}
      <a className="text-accent underline" href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer">
        CC BY 4.0
      </a>
      .
    </p>
  )
}
