import type { Words } from '@/domain/wording'
import { Dot } from './dot'

/** Where to ask for a correction, as the team typed it: an address to write to, a page, or words. */
export function ContactLine({
  words,
  organisation,
  address,
  contact,
}: {
  words: Words
  organisation: string
  address: string
  contact: string
}) {
  return (
    <p>
      <bdi>{organisation}</bdi>
      {address !== '' && (
        <>
          <Dot />
          <bdi>{address}</bdi>
        </>
      )}
      {contact !== '' && (
        <>
          <br />
          {words.t.rich('frame.wrong', { contact: () => <Contact contact={contact} /> })}
        </>
      )}
    </p>
  )
}

const EMAIL = /^[^\s@:/?#<>]+@[^\s@:/?#<>]+$/

function Contact({ contact }: { contact: string }) {
  const href = EMAIL.test(contact) ? `mailto:${contact}` : /^https?:\/\//i.test(contact) ? contact : null
  if (href === null) return <bdi>{contact}</bdi>
  return (
    <a href={href} className="link">
      <bdi>{contact}</bdi>
    </a>
  )
}
