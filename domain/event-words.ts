import type { Language } from './language'
import { LEVEL_INFO } from './levels'
import type { EventDetails, EventKind } from './event'
import { ROLE_LABEL, ROLES } from './policy'
import { codePointLength, sliceCodePoints } from './text'

type Facts = { from: string | null; to: string | null; reason: string | null }
type Words<K extends EventKind> = string | ((detail: EventDetails[K], facts: Facts) => string)

const quoted = (text: string | null | undefined, most = 120) => {
  if (!text) return '(untitled)'
  const bare = text.replace(/\.$/, '')
  return `“${codePointLength(bare) > most ? `${sliceCodePoints(bare, 0, most).trimEnd()}…` : bare}”`
}
const list = (words: readonly string[] | undefined) =>
  words === undefined || words.length === 0 ? 'its details' : new Intl.ListFormat('en').format(words)
const roleWord = (name: string) => {
  const role = ROLES.find((known) => known === name)
  return role === undefined ? 'member' : ROLE_LABEL[role].toLowerCase()
}
const admin = (isAdmin: boolean) => (isAdmin ? ' and administrator of accounts' : '')

/** What was done, after the name of who did it: "Vera Holt opened round 2 on “Two depots burned”." */
const WORDS: { [K in EventKind]: Words<K> } = {
  'account.created': ({ role, isAdmin }) => `joined the team as ${roleWord(role)}${admin(isAdmin)}`,
  'account.role-set': ({ name, from, to, isAdmin }) =>
    `changed the role of ${name} from ${roleWord(from)} to ${roleWord(to)}${admin(isAdmin)}`,
  'account.suspended': ({ name }) => `suspended the account of ${name}`,
  'account.restored': ({ name }) => `restored the account of ${name}`,
  'account.password-changed': 'changed their password',
  'account.renamed': ({ from, to }) => `changed their name from ${from} to ${to}`,
  'session.ended': 'ended a session',
  'invitation.created': ({ role, isAdmin }) => `invited somebody as ${roleWord(role)}${admin(isAdmin)}`,
  'invitation.revoked': 'took back an invitation',
  'reset.created': ({ name }) => `made a link to reset the password of ${name}`,
  'team.changed': ({ changed }) => `changed the team’s settings: ${list(changed)}`,
  'party.created': ({ name }) => `added the party ${name}`,
  'party.changed': ({ name, changed }) => `changed the party ${name}: ${list(changed)}`,
  'party.merged': ({ name, into }) => `merged the party ${name} into ${into}`,
  'party.told-apart': ({ name, other }) => `found that the parties ${name} and ${other} are not the same`,
  'outlet.graded': ({ name, from, to }) =>
    from === null ? `graded ${name} ${to}` : `changed the grade of ${name} from ${from} to ${to}`,
  'place.created': ({ name, geonamesId }) =>
    `added the place ${name}${geonamesId === undefined ? '' : ' from the gazetteer'}`,
  'place.changed': ({ name, changed }) => `changed the place ${name}: ${list(changed)}`,
  'place.merged': ({ name, into }) => `merged the place ${name} into ${into}`,
  'place.told-apart': ({ name, other }) => `found that the places ${name} and ${other} are not the same`,
  'incident.created': ({ title }) => `began the incident ${quoted(title)}`,
  'incident.changed': ({ changed }, { from, to }) =>
    from !== null && to !== null
      ? `changed the ${list(changed)} of the incident from ${from} to ${to}`
      : `changed the ${list(changed)} of the incident`,
  'incident.joined': 'joined the incident',
  'incident.left': 'left the incident',
  'incident.closed': ({ reason }) =>
    reason === 'duplicate' ? 'closed the incident as a duplicate' : 'closed the incident without publishing it',
  'incident.reopened': 'opened the incident again',
  'question.added': ({ text }) => `asked ${quoted(text)}`,
  'question.changed': ({ from, to }) => `changed the question ${quoted(from)} to ${quoted(to)}`,
  'claim.added': ({ text }) => `added the claim ${quoted(text)}`,
  'claim.changed': ({ text, changed }, { from }) =>
    from === null
      ? `changed the ${list(changed)} of the claim ${quoted(text)}`
      : `changed the claim ${quoted(from)} to ${quoted(text)}`,
  'claim.made-central': ({ text }) => `made ${quoted(text)} the central claim`,
  'claim.withdrawn': ({ text }) => `withdrew the claim ${quoted(text)}`,
  'claim.restored': ({ text }) => `restored the claim ${quoted(text)}`,
  'source.added': ({ title }) => `added the source ${quoted(title)}`,
  'source.linked': ({ title }) => `took the source ${quoted(title)} into the incident`,
  'source.changed': ({ changed }) => `changed the ${list(changed)} of a source`,
  'source.checked': ({ found, lost }) => {
    if (found === 'gone') return 'read the page of a source again: it is gone'
    if (found === 'first') return 'read the page of a source, and kept its first capture'
    if (found === 'same') return 'read the page of a source again: it says the same'
    const gone = lost === 0 ? '' : `, and ${lost} quoted ${lost === 1 ? 'passage is' : 'passages are'} gone from it`
    return `read the page of a source again: it has changed${gone}`
  },
  'capture.taken': 'captured the text of a source',
  'intake.asked': ({ kind, host }) =>
    kind === 'file' ? 'handed in a file to be read' : `asked for a page${ofHost(host)}`,
  'intake.listed': ({ lines }) => `handed in a list of ${lines} addresses`,
  'intake.retried': ({ host }) => `asked again for ${host ? `a page${ofHost(host)}` : 'a file to be read'}`,
  'intake.fetched': ({ host, refusal }) =>
    refusal === null ? `fetched a page${ofHost(host)}` : `tried to fetch a page${ofHost(host)}, without success`,
  'intake.read': ({ refusal }) => (refusal === null ? 'read a file' : 'tried to read a file, without success'),
  'intake.cancelled': ({ host, lines }, { from }) => {
    if (lines !== undefined) {
      const which = from === 'failed' ? 'discarded what failed' : 'cancelled what was left'
      return `${which} of a list: ${lines} ${lines === 1 ? 'address' : 'addresses'}`
    }
    const what = host ? `a page${ofHost(host)}` : 'a file'
    return from === 'ready' ? `discarded what was read of ${what}` : `cancelled taking in ${what}`
  },
  'exclusion.marked': 'marked a passage as not part of the article',
  'exclusion.lifted': 'marked a passage as part of the article again',
  'lineage.drawn': ({ kind }) => `noted that one source ${copyWord(kind)} another`,
  'lineage.confirmed': ({ kind }) => `confirmed that one source ${copyWord(kind)} another`,
  'lineage.rejected': ({ kind }) => `rejected that one source ${copyWord(kind)} another`,
  'lineage.suggested': ({ kind }) => `suggested that one source ${copyWord(kind)} another`,
  'lineage.hinted': 'noticed the same quotations in two sources, which may share an origin',
  'lineage.dismissed': 'set aside that two sources may share an origin',
  'origin.named': ({ channel }) => `named the origin ${quoted(channel)}`,
  'origin.changed': ({ changed }) => `changed the ${list(changed)} of an origin`,
  'excerpt.cut': ({ exact }) => `cut the excerpt ${quoted(exact)}`,
  'excerpt.withdrawn': ({ exact }) => `withdrew the excerpt ${quoted(exact)}`,
  'translation.added': ({ language }) => `translated an excerpt (${language})`,
  'evidence.attached': ({ exact, claim, stance }) =>
    claim === null
      ? `attached ${quoted(exact)} as background`
      : `attached ${quoted(exact)}, which ${stance ?? 'bears on'} ${quoted(claim)}`,
  'evidence.changed': ({ changed }) => `changed the ${list(changed)} of a piece of evidence`,
  'evidence.withdrawn': ({ exact }) => `withdrew the evidence ${quoted(exact)}`,
  'round.opened': ({ claim, number, quorum }) =>
    `opened round ${number} on ${quoted(claim)}; ${quorum} ballots are its quorum`,
  'round.revealed': ({ claim, number, level }) =>
    `revealed round ${number} on ${quoted(claim)}: ${LEVEL_INFO[level].label.toLowerCase()}`,
  'round.superseded': ({ claim, number }) => `replaced round ${number} on ${quoted(claim)} by a new one`,
  'ballot.cast': ({ claim }) => `voted on ${quoted(claim)}`,
  'ballot.recused': ({ claim }) => `stood aside from the vote on ${quoted(claim)}`,
  'ballot.recast': 'changed something that is nobody else’s to see',
  'revision.drafted': ({ language }) =>
    `began ${language ? `a translation into ${languageWord(language)}` : 'a draft of the summary'}`,
  'revision.edited': ({ language }) => `edited the ${language ? translationWord(language) : 'draft'}`,
  'revision.discarded': ({ language }) => `discarded the ${language ? translationWord(language) : 'draft'}`,
  'revision.submitted': ({ language }) => `submitted the ${textWord(language)} for review`,
  'revision.withdrawn': ({ language }) => `took the ${textWord(language)} back from review`,
  'revision.approved': ({ language }) => `approved the ${textWord(language)}`,
  'revision.changes-requested': ({ language }) => `asked for changes to the ${textWord(language)}`,
  'byline.chosen': ({ isShown }) =>
    isShown ? 'chose to be named on the public page' : 'chose not to be named on the public page',
  'publication.published': ({ number, kind }) => `published version ${number}${kind === null ? '' : ` (${kind})`}`,
  'bundle.exported': ({ number }) =>
    number === null
      ? 'exported the evidence for the desk'
      : `exported the evidence of version ${number} for the public`,
  'publication.retracted': ({ number }) => `retracted the account (version ${number})`,
  'rendition.published': ({ language, version, number }) =>
    `published version ${version} in ${languageWord(language)}${number === 1 ? '' : ' anew'}`,
  'rendition.withdrawn': ({ language, version }) => `took back the ${translationWord(language)} of version ${version}`,
  'notice.put': 'put up the notice that the account is being re-examined',
  'notice.lifted': 'lifted the notice of re-examination',
  'redaction.proposed': ({ kind }) => `proposed to redact a ${kind}`,
  'redaction.confirmed': ({ kind }) => `confirmed the redaction of a ${kind}`,
  'redaction.declined': ({ kind }) => `declined the redaction of a ${kind}`,
}

const ENGLISH = new Intl.DisplayNames('en', { type: 'language' })
const languageWord = (language: Language | undefined) => (language && ENGLISH.of(language)) ?? 'another language'
const translationWord = (language: Language | undefined) => `${languageWord(language)} translation`
const textWord = (language: Language | undefined) => (language === undefined ? 'summary' : translationWord(language))

const ofHost = (host: string | null | undefined) => (host ? ` of ${host}` : '')

function copyWord(kind: string): string {
  if (kind === 'quotes') return 'quotes'
  return kind === 'scrape' ? 'is a scraped copy of' : `is a ${kind} of`
}

/** One event in plain words, without who did it and when. `detail` is as it was recorded under `kind`. */
export function eventWords<K extends EventKind>(kind: K, detail: EventDetails[K], facts: Facts): string {
  const words: Words<K> = WORDS[kind]
  return typeof words === 'string' ? words : words(detail, facts)
}
