'use client'

import { useState } from 'react'
import { z } from 'zod'
import { UnsavedForm } from '@/components/draft/unsaved-form'
import { useUnsaved } from '@/components/draft/use-unsaved'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { NumberField } from '@/components/ui/number-field'
import { announce } from '@/components/ui/status'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { APPROVALS, changeTeamInput, QUORUM } from '@/domain/input/team'
import { LIMITS } from '@/domain/input/text'

type Team = RouterOutputs['team']['show']

/** An empty field is NaN, which JSON writes as null. */
const numberField = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NaN)

const shape = z.object({
  organisation: z.string(),
  address: z.string(),
  contact: z.string(),
  language: z.string(),
  quorum: numberField,
  approvals: numberField,
})
type Fields = z.infer<typeof shape>

const LABEL: Readonly<Record<keyof Fields, string>> = {
  organisation: 'Organisation',
  address: 'Address',
  contact: 'Contact for corrections',
  language: 'Language of the accounts',
  quorum: 'Quorum',
  approvals: 'Approvals needed',
}

function fieldsOf({ organisation, address, contact, language, quorum, approvals }: Team): Fields {
  return { organisation, address, contact, language, quorum, approvals }
}

function wordsOf(fields: Fields): Record<string, string> {
  return Object.fromEntries(shape.keyof().options.map((name) => [LABEL[name], String(fields[name])]))
}

/** The settings that rounds, reviews and public pages go by. */
export function SettingsForm({ team }: { team: Team }) {
  const trpc = useTRPC()
  // As they are now, also where somebody else has just saved them.
  const [base, setBase] = useState(team)
  const name = { of: 'team', label: 'The settings of the team' }
  const unsaved = useUnsaved(name, shape, { version: base.version, draft: fieldsOf(base) })
  const fields = unsaved.draft
  const set = (change: Partial<Fields>) => {
    unsaved.change({ ...fields, ...change })
  }
  const sending = useSubmit({
    schema: changeTeamInput,
    mutation: trpc.team.change.mutationOptions(),
    onFault: ({ kind, current }) => {
      if (kind === 'conflict' && current !== undefined) setBase(current as Team)
    },
    onDone: (after: Team) => {
      unsaved.forget()
      setBase(after)
      announce('The settings are saved.')
    },
  })

  const field = (name: keyof Fields) => ({
    id: `team-${name}`,
    label: LABEL[name],
    error: sending.errorAt(name),
    isDisabled: !base.can.edit.allowed,
  })
  const text = (name: 'organisation' | 'address' | 'contact' | 'language') => ({
    ...field(name),
    value: fields[name],
    onChange: (value: string) => {
      set({ [name]: value })
    },
  })
  return (
    <UnsavedForm
      unsaved={unsaved}
      words={wordsOf}
      form={sending}
      fieldId={(path) => `team-${path}`}
      submitLabel="Save settings"
      verdict={base.can.edit}
      className="max-w-2xl"
      onSubmit={(version) => {
        sending.submit({ version, ...fields })
      }}
    >
      <fieldset className="flex flex-col gap-4">
        <legend className="pb-2 text-lg font-semibold">What readers see on every page</legend>
        <TextField {...text('organisation')} maxLength={LIMITS.name} isRequired />
        <TextArea
          {...text('address')}
          rows={2}
          maxLength={LIMITS.line}
          description="A postal address, or a web address."
        />
        <TextField
          {...text('contact')}
          maxLength={LIMITS.url}
          description="An e-mail address, or a web address that begins with https://."
        />
        <TextField {...text('language')} isRequired className="max-w-72" description="A language tag: en, uk, pt-BR." />
      </fieldset>
      <fieldset className="flex flex-col gap-4">
        <legend className="pb-2 text-lg font-semibold">What rounds and reviews need</legend>
        <NumberField
          {...field('quorum')}
          minValue={QUORUM.least}
          maxValue={QUORUM.most}
          value={fields.quorum}
          onChange={(quorum) => {
            set({ quorum })
          }}
          description="Ballots that a round needs before it can be revealed. It holds for rounds opened from now on."
        />
        <NumberField
          {...field('approvals')}
          minValue={APPROVALS.least}
          maxValue={APPROVALS.most}
          value={fields.approvals}
          onChange={(approvals) => {
            set({ approvals })
          }}
          description="Reviewers who have to approve before an account can be published."
        />
      </fieldset>
    </UnsavedForm>
  )
}
