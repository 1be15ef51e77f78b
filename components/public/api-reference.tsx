import type { ReactNode } from 'react'
import type { Words } from '@/domain/wording'

type Schema = {
  $ref?: string
  type?: string | string[]
  description?: string
  format?: string
  pattern?: string
  enum?: readonly unknown[]
  const?: unknown
  items?: Schema
  properties?: Record<string, Schema>
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
}

type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: unknown }
type Operation = {
  summary: string
  parameters?: readonly Parameter[]
  responses: Record<string, { description: string; content?: Record<string, unknown> }>
}

/** Of an OpenAPI document, as far as it is shown. */
export type Described = {
  paths: Record<string, { get: Operation }>
  components: { schemas: Record<string, unknown> }
}

const code = 'font-mono text-sm break-words'

/** The public interface, as its OpenAPI document has it: in English, as field names are, with its own words around it. */
export function ApiReference({ described, words }: { described: Described; words: Words }) {
  const { t } = words
  return (
    <div className="flex flex-col gap-8">
      {Object.entries(described.paths).map(([path, { get }]) => (
        <Endpoint key={path} path={path} operation={get} words={words} />
      ))}
      <div className="flex flex-col gap-3">
        <h3 className="font-serif text-lg font-semibold">{t('data.api.contents')}</h3>
        {Object.entries(described.components.schemas).map(([name, schema]) => (
          <Fields key={name} name={name} schema={schema as Schema} words={words} />
        ))}
      </div>
    </div>
  )
}

function Endpoint({
  path,
  operation: { summary, parameters = [], responses },
  words: { t },
}: {
  path: string
  operation: Operation
  words: Words
}) {
  return (
    <section className="flex flex-col gap-2 border-t border-rule pt-4">
      <h3 dir="ltr" className={`${code} font-semibold`}>
        GET {path}
      </h3>
      <p lang="en" dir="ltr" className="text-base">
        {summary}
      </p>
      {parameters.length > 0 && (
        <Table heads={[t('data.api.parameter'), t('data.api.what')]}>
          {parameters.map((parameter) => (
            <tr key={parameter.name}>
              <Cell isHead>
                <code className={code}>{parameter.name}</code>
              </Cell>
              <Cell>
                {[parameter.description, typeOf(parameter.schema as Schema), parameter.required && 'required']
                  .filter(Boolean)
                  .join(', ')}
              </Cell>
            </tr>
          ))}
        </Table>
      )}
      <Table heads={[t('data.api.answer'), t('data.api.when')]}>
        {Object.entries(responses).map(([status, { description, content = {} }]) => (
          <tr key={status}>
            <Cell isHead>{status}</Cell>
            <Cell>
              {description}
              {Object.keys(content).map((type) => (
                <code key={type} className={`${code} block text-ink-muted`}>
                  {type}
                </code>
              ))}
            </Cell>
          </tr>
        ))}
      </Table>
    </section>
  )
}

function Fields({ name, schema, words: { t } }: { name: string; schema: Schema; words: Words }) {
  const fields = Object.entries(schema.properties ?? {})
  return (
    <details id={`schema-${name}`} className="border-t border-rule pt-2">
      <summary lang="en" className="cursor-pointer py-1 font-medium">
        {name}
      </summary>
      {fields.length === 0 ? (
        <p lang="en" dir="ltr" className="text-base">
          {typeOf(schema)}
        </p>
      ) : (
        <Table heads={[t('data.api.field'), t('data.api.what')]}>
          {fields.map(([field, value]) => (
            <tr key={field}>
              <Cell isHead>
                <code className={code}>{field}</code>
              </Cell>
              <Cell>{[value.description, typeOf(value)].filter(Boolean).join('. ')}</Cell>
            </tr>
          ))}
        </Table>
      )}
    </details>
  )
}

/** What a value may be, in a few words. */
function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? ''
  const either = schema.anyOf ?? schema.oneOf
  if (either !== undefined) return either.map(typeOf).join(' or ')
  if (schema.enum !== undefined) return schema.enum.map(String).join(', ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`
  if (schema.properties !== undefined) return `{ ${Object.keys(schema.properties).join(', ')} }`
  return [[schema.type ?? 'anything'].flat().join(' or '), schema.format].filter(Boolean).join(', ')
}

function Table({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
  return (
    <table dir="ltr" className="w-full table-fixed border-collapse text-sm">
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th
              key={head}
              scope="col"
              className={`border-b border-rule py-1 pe-3 text-start font-medium text-ink-muted ${index === 0 ? 'w-1/3 sm:w-1/4' : ''}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody lang="en">{children}</tbody>
    </table>
  )
}

function Cell({ isHead = false, children }: { isHead?: boolean; children: ReactNode }) {
  const className = 'border-b border-rule py-1.5 pe-3 text-start align-top break-words font-normal'
  return isHead ? (
    <th scope="row" className={className}>
      {children}
    </th>
  ) : (
    <td className={className}>{children}</td>
  )
}
