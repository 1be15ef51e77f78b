/** The page that says how an account comes about. */
export const method = {
  title: 'Method',
  description:
    'The levels of confidence, the rules an account has to pass before it is published, and the settings in force.',
  intro:
    'How <organisation></organisation> turns clashing reports of an incident into an account, and the rules that the program holds everybody to. They are not advice: an account that breaks one of them cannot be published.',
  contents: 'On this page',
  levels: {
    title: 'Levels of confidence',
    text: 'Every claim is placed on the scale of credibility that analysts know as the Admiralty scale (NATO AJP-2.1). Readers meet it under five headings. A claim whose spread (below) is two steps or more stands under Disputed, whatever the middle of the ballots.',
  },
  origins: {
    title: 'Origins, not articles',
    count:
      'Ten articles can be one source. What counts is where the information first comes from: a witness, a video, a statement, a reporter at the scene. Two pieces of evidence are one origin when they go back to the same origin, to the same party, or to parties of the same side; and the own reporting of two articles is one origin where one is a reprint, a translation or a copy of the other. That one article quotes another joins nothing. Two sides that agree are two. Evidence whose origin is unknown counts for none.',
    confirmed:
      'No editor can vote “Confirmed” for a claim with fewer than two independent origins in support. Each account shows how its sources run together.',
  },
  judging: {
    title: 'How a claim is judged',
    ballot:
      'Editors vote on each claim by sealed ballot. While a vote is open nobody, whatever their rank, can learn how another voted. A reason is required at both ends of the scale and for “Truth cannot be judged”. Anyone with a conflict of interest can stand aside, and says why.',
    finding:
      'With {quorum, plural, one {# ballot} other {# ballots}} cast (fewer where fewer are able to vote, and never fewer than two) the vote can be revealed. The finding is the middle level of those cast; where two are in the middle, the less confident one; “Truth cannot be judged” wins at half of the ballots or more. Votes belong to the evidence they saw: when evidence is added, withdrawn or changed, the finding is out of date, and the claim has to be voted on anew before it can be published again.',
    spread:
      'The spread is the distance in steps between the highest and the lowest level, after a quarter of the ballots is left out at each end.',
  },
  publishing: {
    title: 'Before it is published',
    cited: 'Every paragraph, list item and quotation of a summary cites evidence or background.',
    verbatim: 'Every passage cited occurs word for word in the text that was captured; the program checks it.',
    judged: 'Every claim that the summary cites has been judged, on the evidence as it then is.',
    rivals: 'Of rival claims, which cannot both be true, no two stand at “Probably true” or better.',
    approved:
      '{approvals, plural, one {# editor who has not edited the text since the version before has} other {# editors who have not edited the text since the version before have}} approved exactly what becomes public. If anything in it changes after that, down to a name, it has to be approved again.',
  },
  afterwards: {
    title: 'After it is published',
    replaced:
      'A publication is never changed or deleted. What was wrong is replaced by a new version that says whether it is a correction, an update or a clarification, and why; the one before stays at its address. All of them are on the page of <corrections>corrections</corrections>. An account that is found to be wrong as a whole is retracted: its page then says so and why. While an account is being looked at again, a dated notice stands on it.',
    redacted:
      'There is one exception, for legal reasons or for safety: a lead together with a second editor may redact a publication, a translation of one, a captured text or a byline. The text goes; its number, address, hash and the public reason stay.',
  },
  outlets: {
    title: 'Grades of outlets',
    text: 'How reliable an outlet has been is graded apart from whether a claim is true, and the two are never combined. A poor outlet can report what is so, and a good one can err. Every grade carries its reason.',
  },
  protection: {
    title: 'What readers do not learn',
    text: 'Editors are not named unless they chose a byline. The reason given with a ballot is shown only where its writer released it. A source whose naming would harm someone appears as an editor’s description and nothing else: no outlet, no address, no quotation, no hash. Such evidence counts in the judging; the account says beside it that readers cannot check it.',
  },
  settings: {
    title: 'Settings in force',
    quorum: 'Ballots before a vote can be revealed',
    approvals: 'Approvals before publication',
    kept: 'Each publication keeps the settings that were in force when it was made.',
    through: 'The settings under which accounts were published, newest first',
    since: 'Published since',
    ballots: 'Ballots',
    approvalsShort: 'Approvals',
    spread: 'Disputed at a spread of',
  },
  data: {
    title: 'Checking it yourself',
    evidence:
      'Every piece of evidence that is not from a confidential source shows its passage in the original, where and when it was captured, and the SHA-256 of the captured text. Every version of an account has a hash of its own and can be had as data: the hash is that of the document’s canonical JSON (RFC 8785). The interface is described at <api>/api/v1/openapi.json</api>.',
    log: 'All that was published is in a <log>publication log</log>, which cannot be changed unseen and which a program of one file checks. To follow what is published, there are feeds in <atom>Atom</atom>, <rss>RSS</rss> and <json>JSON</json>.',
  },
} as const
