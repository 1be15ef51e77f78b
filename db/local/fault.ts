import { SetupError } from '../../env'

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: "this user's disk quota is used up",
  ENOTDIR: 'a part of that path is a file, not a folder',
  ELOOP: 'its links lead in a circle',
}

/** Why the disk did not let a step be done, in plain words; undefined for what is no matter of the disk. */
export const diskReason = (code: string): string | undefined => reasons[code]

/** Runs a step that touches the data folder, and says in plain words what keeps it from being done. */
export function onDisk<T>(folder: string, step: () => T): T {
  try {
    return step()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const reason = diskReason(code)
    if (reason === undefined) throw error
    throw new SetupError(
      `The data folder ${folder} cannot be used: ${reason} (${code}). Make room or give access, or name another folder with DATA_DIR. Nothing was lost.`,
    )
  }
}
