import superjson, { type SuperJSONResult } from 'superjson'
import { MOST_BYTES } from '@/domain/intake'
import type { Tray } from './use-tray'

type Uploading = { incidentId: string; file: File; onProgress: (share: number) => void }

const NO_LINE = 'The server cannot be reached. Choose the file again when the line is back.'

/** Hands in one file, saying how much of it has gone. Rejects with an Error in words for the person. */
export function upload({ incidentId, file, onProgress }: Uploading): Promise<Tray> {
  if (file.size > MOST_BYTES) return Promise.reject(new Error('This file has more than 25 MB.'))
  const query = new URLSearchParams({ incidentId, fileName: file.name.slice(-500) })
  return new Promise((resolve, reject) => {
    // fetch() does not tell how much of a body has gone.
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(total === 0 ? 0 : loaded / total)
    }
    request.onerror = () => {
      reject(new Error(NO_LINE))
    }
    request.onload = () => {
      const answer = answerOf(request.responseText)
      if (request.status === 200 && answer !== null) resolve(superjson.deserialize<Tray>(answer))
      else reject(new Error(messageOf(request.responseText)))
    }
    request.open('POST', `/api/intake?${query.toString()}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
  })
}

function answerOf(text: string): SuperJSONResult | null {
  try {
    return JSON.parse(text) as SuperJSONResult
  } catch {
    return null
  }
}

function messageOf(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error: SuperJSONResult }
    return superjson.deserialize<{ message: string }>(error).message
  } catch {
    return NO_LINE
  }
}
