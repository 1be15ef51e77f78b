'use client'

import { useState, type SubmitEvent } from 'react'
import { ActionButton } from '@/components/action/action-button'
import { FormFault } from '@/components/form/form-fault'
import { useSubmit } from '@/components/form/use-submit'
import { useTRPC, type RouterOutputs } from '@/components/trpc'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { NumberField } from '@/components/ui/number-field'
import { announce } from '@/components/ui/status'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { APPROVALS, changeTeamInput, QUORUM } from '@/domain/input/team'
import { LIMITS } from '@/domain/input/text'

type Team = RouterOutputs['team']['show']
type Fields = Pick<Team, 'organisation' | 'address' | 'contact' | 'language' | 'quorum' | 'approvals'>

const LABEL: Readonly<Record<keyof Fields, string>> = {
  organisation: 'Organisation',
  address: 'Address',
  contact: 'Contact for corrections',
  language: 'Language of the accounts',
  quorum: 'Quorum',
  approvals: 'Approvals needed',
}
const NAMES = Object.keys(LABEL) as (keyof Fields)[]

/** The settings that rounds, reviews and public pages go by. */
export function SettingsForm({ team }: { team: Team }) {
  const trpc = useTRPC()
  const [base, setBase] = useState(team)
  const [fields, setFields] = useState<Fields>(team)
  const set = (change: Partial<Fields>) => {
    setFields((before) => ({ ...before, ...change }))
  }
  const sending = useSubmit({
    schema: changeTeamInput,
    mutation: trpc.team.change.mutationOptions(),
    onDone: (after: Team) => {
      setBase(after)
      setFields(after)
      announce('The settings are saved.')
    },
  })
  const met = sending.fault?.kind === 'conflict' ? (sending.fault.current as Team | undefined) : undefined

  function onSubmit(event: SubmitEvent) {
    event.preventDefault()
    const { organisation, address, contact, language, quorum, approvals } = fields
    sending.submit({ version: base.version, organisation, address, contact, language, quorum, approvals })
  }

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
    <form noValidate onSubmit={onSubmit} className="flex max-w-2xl flex-col gap-5">
      <FormFault
        fault={met === undefined ? sending.fault : null}
        attempt={sending.attempt}
        fieldId={(path) => `team-${path}`}
      />
      {met !== undefined && (
        <Conflict
          mine={fields}
          theirs={met}
          onTakeTheirs={() => {
            setBase(met)
            setFields(met)
            sending.clear()
          }}
          onKeepMine={() => {
            setBase(met)
            sending.clear()
          }}
        />
      )}
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
        <TextField {...text('language')} isRequired className="max-w-40" description="A language tag: en, uk, pt-BR." />
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
      <div>
        <ActionButton verdict={base.can.edit} type="submit" variant="primary" isPending={sending.isPending}>
          Save settings
        </ActionButton>
      </div>
    </form>
  )
}

type ConflictProps = { mine: Fields; theirs: Team; onTakeTheirs: () => void; onKeepMine: () => void }

/** Both versions side by side; neither is lost until one is chosen. */
function Conflict({ mine, theirs, onTakeTheirs, onKeepMine }: ConflictProps) {
  const different = NAMES.filter((name) => mine[name] !== theirs[name])
  return (
    <div role="alert">
      <Notice tone="warning" title="Somebody else saved the settings in the meantime.">
        <p>What you typed is kept below. Where the two differ:</p>
        <ul className="my-1 list-disc ps-5">
          {different.map((name) => (
            <li key={name}>
              {LABEL[name]}: they saved “<bdi>{String(theirs[name])}</bdi>”, you typed “<bdi>{String(mine[name])}</bdi>”
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2 pt-1">
          <Button size="small" onPress={onKeepMine}>
            Keep mine, and save again
          </Button>
          <Button size="small" onPress={onTakeTheirs}>
            Take theirs
          </Button>
        </div>
      </Notice>
    </div>
  )
}
