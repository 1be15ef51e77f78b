/** The two ways in which a picture is reached: of a capture, or of what is being taken in. */
type Of = { incidentId: string } & ({ captureId: string } | { intakeId: string })

type PictureProps = {
  of: Of
  /** What it shows, as far as anybody knows: its title or its file's name. */
  name: string
  width: number
  height: number
  exif: readonly { name: string; value: string }[]
}

/** A captured picture, encoded anew, and beside it what the camera and the programs had written into it. */
export function Picture({ of, name, width, height, exif }: PictureProps) {
  const query = new URLSearchParams(of)
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <img
        src={`/api/picture?${query.toString()}`}
        alt={`As captured: ${name}`}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        className="h-auto max-h-[80dvh] w-auto max-w-full self-start border border-rule"
      />
      <figcaption className="text-sm text-ink-muted">
        {width.toLocaleString('en')} × {height.toLocaleString('en')} pixels. It has no text to quote from.
      </figcaption>
      <ExifList exif={exif} />
    </figure>
  )
}

function ExifList({ exif }: Pick<PictureProps, 'exif'>) {
  if (exif.length === 0) return <p className="text-sm text-ink-muted">Nothing was written beside its pixels.</p>
  return (
    <dl aria-label="Written into the file" className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
      {exif.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="text-ink-muted">{name}</dt>
          <dd dir="auto" className="min-w-0 break-words">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
