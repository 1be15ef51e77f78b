/** What the store was asked for is not there, or the store cannot be used; messages are for whoever sits at the screen. */
export class StoreFault extends Error {
  constructor(
    message: string,
    /** For the log. */
    readonly facts: Readonly<Record<string, string>>,
  ) {
    super(message)
  }
}

const REMEDY =
  'Its text and hashes are kept; tell whoever looks after this installation, who can put the file back from a backup.'

/** Bytes that a capture names are gone from the store. */
export class StoredBytesMissing extends StoreFault {
  override readonly name = 'StoredBytesMissing'
  constructor(readonly sha256: string) {
    super(`The stored file of this capture is missing. ${REMEDY}`, { fault: 'missing', sha256 })
  }
}

/** What lies in the store under a hash has another one. */
export class StoredBytesAltered extends StoreFault {
  override readonly name = 'StoredBytesAltered'
  constructor(readonly sha256: string) {
    super(`The stored file of this capture is not what was captured: its hash differs. ${REMEDY}`, {
      fault: 'altered',
      sha256,
    })
  }
}

/** The disk is full, the folder closed, the bucket unreachable: nothing was kept. */
export class StoreUnavailable extends StoreFault {
  override readonly name = 'StoreUnavailable'
  /** `code`: the system's or the service's own, for the log. */
  constructor(reason: string, code: string) {
    super(
      `The store for captured files cannot be used: ${reason}. Nothing was kept and nothing you typed is lost; tell whoever looks after this installation.`,
      { fault: 'unavailable', code },
    )
  }
}
