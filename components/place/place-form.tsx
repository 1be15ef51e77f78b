'use client'

import { ArrowUp, Plus, X } from 'lucide-react'
import { z } from 'zod'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useRecordForm, type RecordFormProps } from '@/components/merge/use-record-form'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { parseCoordinates, writeCoordinates } from '@/domain/coordinates'
import { changePlaceInput, createPlaceInput } from '@/domain/input/place'
import { LIMITS } from '@/domain/input/text'
import { PRECISIONS, type Precision } from '@/domain/words'
import { AlikePlaces, PlaceUses } from './alike-places'
import { GeonamesCredit } from './geonames-credit'
import { PRECISION_LABEL, PRECISION_OPTIONS } from './words'

export type PlaceView = RouterOutputs['place']['get']

const nameShape = z.object({ name: z.string(), language: z.string(), script: z.string(), romanisation: z.string() })
type Name = z.infer<typeof nameShape>
const shape = z.object({
  precision: z.enum(PRECISIONS).nullable(),
  coordinates: z.string(),
  names: z.array(nameShape),
})
type Fields = z.infer<typeof shape>

type PlaceFormProps = RecordFormProps<PlaceView> & {
  /** The place to change; a new one without it. */
  place?: PlaceView
  initialName?: string
}

const EMPTY: Name = { name: '', language: '', script: '', romanisation: '' }

function fieldsOf({ place, initialName }: Pick<PlaceFormProps, 'place' | 'initialName'>): Fields {
  if (place === undefined) return { precision: null, coordinates: '', names: [{ ...EMPTY, name: initialName ?? '' }] }
  const { latitude, longitude } = place
  return {
    precision: place.precision,
    coordinates: latitude === null || longitude === null ? '' : writeCoordinates({ latitude, longitude }),
    names: place.names.map((one) => ({
      name: one.name,
      language: one.language ?? '',
      script: one.script ?? '',
      romanisation: one.romanisation ?? '',
    })),
  }
}

/** A new one is another draft for each name it was begun with in a picker. */
function nameOf({ place, initialName = '' }: Pick<PlaceFormProps, 'place' | 'initialName'>) {
  if (place !== undefined) return { of: `place.${place.id}`, label: 'A place' }
  return { of: `place.new.${initialName}`, label: 'A new place' }
}

function wordsOf({ names: [main, ...others], precision, coordinates }: Fields) {
  const written = ({ name, language, script, romanisation }: Name) => {
    const about = [language, script, romanisation].filter((part) => part !== '')
    return about.length === 0 ? name : `${name} (${about.join(', ')})`
  }
  return {
    'Main name': main === undefined ? '' : written(main),
    'Other names': others.map(written).join(' · '),
    Precision: precision === null ? '' : PRECISION_LABEL[precision],
    Coordinates: coordinates,
  }
}

/** What was understood of the coordinates, beside the field. */
function understood(typed: string): string | undefined {
  const parsed = parseCoordinates(typed)
  if (!parsed.ok) return undefined
  const { latitude, longitude } = parsed.coordinates
  const side = (value: number, [plus, minus]: [string, string]) => `${Math.abs(value)}° ${value < 0 ? minus : plus}`
  return `Understood as ${side(latitude, ['north', 'south'])}, ${side(longitude, ['east', 'west'])}.`
}

/** A place, new or changed. It can stand in a dialog over another form. */
export function PlaceForm(props: PlaceFormProps) {
  const { place, onCancel } = props
  const trpc = useTRPC()
  const { fields, set, field, use, unsaved, ...rest } = useRecordForm({
    ...props,
    record: place,
    name: nameOf(props),
    shape,
    fieldsOf: (record) => fieldsOf(record === undefined ? props : { place: record }),
    inputOf: (typed) => ({ ...typed, precision: typed.precision as Precision }),
    create: { schema: createPlaceInput, mutation: trpc.place.create.mutationOptions() },
    change: { schema: changePlaceInput, mutation: trpc.place.change.mutationOptions() },
  })
  return (
    <UnsavedForm
      {...rest}
      unsaved={unsaved}
      words={wordsOf}
      submitLabel={place === undefined ? 'Create place' : 'Save'}
      onClose={onCancel}
    >
      <Names
        names={fields.names}
        onChange={(names) => {
          set({ names })
        }}
        field={field}
      />
      {place === undefined && <AlikePlaces names={fields.names.map((one) => one.name)} onUse={use} />}
      <Select
        label="Precision"
        isRequired
        description="How closely the coordinates, or the name, say where it is."
        options={PRECISION_OPTIONS}
        value={fields.precision}
        onChange={(precision) => {
          set({ precision })
        }}
        {...field('precision')}
      />
      <TextField
        label="Coordinates"
        description="Latitude, longitude: 51.2, 34.3. Leave it empty where they are not known."
        value={fields.coordinates}
        onChange={(coordinates) => {
          set({ coordinates })
        }}
        hint={understood(fields.coordinates)}
        spellCheck="false"
        {...field('coordinates')}
      />
      {place?.geonamesId != null && <GeonamesCredit id={place.geonamesId} />}
      {place !== undefined && <PlaceUses id={place.id} />}
    </UnsavedForm>
  )
}

type NamesProps = {
  names: readonly Name[]
  onChange: (names: Name[]) => void
  field: (path: string) => { id: string; error: string | undefined }
}

function Names({ names, onChange, field }: NamesProps) {
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-1 text-sm font-medium">Names, the main one first</legend>
      {names.map((one, index) => (
        <NameRow
          key={index}
          name={one}
          index={index}
          field={field}
          onChange={(change) => {
            onChange(names.map((other, at) => (at === index ? { ...other, ...change } : other)))
          }}
          onRemove={() => {
            onChange(names.filter((_, at) => at !== index))
          }}
          onMakeMain={() => {
            onChange([one, ...names.filter((_, at) => at !== index)])
          }}
        />
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus aria-hidden />}
          onPress={() => {
            onChange([...names, EMPTY])
          }}
        >
          Add another name
        </Button>
      </div>
    </fieldset>
  )
}

type NameRowProps = {
  name: Name
  index: number
  field: NamesProps['field']
  onChange: (change: Partial<Name>) => void
  onRemove: () => void
  onMakeMain: () => void
}

const PARTS = [
  { key: 'language', label: 'Language', placeholder: 'uk', width: 'w-24' },
  { key: 'script', label: 'Script', placeholder: 'Cyrl', width: 'w-20' },
  { key: 'romanisation', label: 'Romanisation', placeholder: 'BGN/PCGN', width: 'w-32' },
] as const

function NameRow({ name, index, field, onChange, onRemove, onMakeMain }: NameRowProps) {
  const label = index === 0 ? 'Main name' : `Name ${index + 1}`
  return (
    <div className="flex flex-wrap items-start gap-2">
      <TextField
        label={label}
        isRequired
        className="min-w-40 flex-1"
        value={name.name}
        onChange={(value) => {
          onChange({ name: value })
        }}
        maxLength={LIMITS.name}
        {...field(`names.${index}.name`)}
      />
      {PARTS.map(({ key, label: part, placeholder, width }) => (
        <TextField
          key={key}
          label={part}
          className={width}
          placeholder={placeholder}
          value={name[key]}
          onChange={(value) => {
            onChange({ [key]: value })
          }}
          {...field(`names.${index}.${key}`)}
        />
      ))}
      {index > 0 && (
        <>
          <Button
            variant="quiet"
            className="mt-5.5"
            aria-label={`Make ${label} the main name`}
            icon={<ArrowUp aria-hidden />}
            onPress={onMakeMain}
          >
            <span className="sr-only">Make main</span>
          </Button>
          <Button
            variant="quiet"
            className="mt-5.5"
            aria-label={`Remove ${label}`}
            icon={<X aria-hidden />}
            onPress={onRemove}
          >
            <span className="sr-only">Remove</span>
          </Button>
        </>
      )}
    </div>
  )
}
