type Waiting<Key, Value> = {
  key: Key
  resolve: (value: Value | undefined) => void
  reject: (error: unknown) => void
}

/** Questions asked together at most. */
const MOST = 500

/**
 * Asks one thing at a time: what comes meanwhile waits and is then asked together, so that however many ask take one
 * connection, and each is answered by what was read after it came.
 */
export class Together<Key, Value> {
  private waiting: Waiting<Key, Value>[] = []
  private isAsking = false

  constructor(private readonly ask: (keys: Key[]) => Promise<ReadonlyMap<Key, Value>>) {}

  /** Undefined for what there is not. */
  of(key: Key): Promise<Value | undefined> {
    const answer = new Promise<Value | undefined>((resolve, reject) => this.waiting.push({ key, resolve, reject }))
    if (!this.isAsking) void this.run()
    return answer
  }

  private async run(): Promise<void> {
    this.isAsking = true
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MOST)
      try {
        const found = await this.ask([...new Set(batch.map(({ key }) => key))])
        for (const { key, resolve } of batch) resolve(found.get(key))
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    this.isAsking = false
  }
}
