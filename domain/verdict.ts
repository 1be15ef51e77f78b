/** The answer of a rule: allowed, or the rule that forbids it, why, and what would lift it. */
export type Verdict = { allowed: true } | Refusal

export type Refusal = {
  allowed: false
  /** The rule's name, stable, for tests and screens: `round.quorum`, `policy.role`. */
  rule: string
  /** One plain sentence for the person who is refused. */
  because: string
  /** What would lift it, where something can. */
  lift?: string | undefined
}

export const allowed: Verdict = { allowed: true }

export function refused(rule: string, because: string, lift?: string): Refusal {
  return lift === undefined ? { allowed: false, rule, because } : { allowed: false, rule, because, lift }
}

/** The first refusal among verdicts, or allowed. */
export function every(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.allowed) ?? allowed
}
