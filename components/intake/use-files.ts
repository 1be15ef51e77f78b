'use client'

import { useEffect, useRef, useState } from 'react'
import { announce } from '@/components/ui/status'
import { upload } from './upload'
import { useTrayCache } from './use-tray'

/**
 * Files that are dropped or pasted anywhere on the page, but in a dialog: a browser that is left alone with a dropped
 * file leaves the page for it. They are short cuts: the form does the same by keyboard.
 * @returns whether files are held over the page
 */
export function useFilesOfPage(take: (files: FileList) => void, isAllowed: boolean): boolean {
  const [isOver, setIsOver] = useState(false)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const takeFrom = (event: Event, data: DataTransfer | null) => {
      if (data === null || !data.types.includes('Files') || event.defaultPrevented) return
      event.preventDefault()
      const isElsewhere = event.target instanceof Element && event.target.closest('[role=dialog]') !== null
      if (isAllowed && !isElsewhere && data.files.length > 0) latest.current(data.files)
    }
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setIsOver(isAllowed)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      setIsOver(false)
      takeFrom(event, event.dataTransfer)
    }
    const paste = (event: ClipboardEvent) => {
      takeFrom(event, event.clipboardData)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [isAllowed])
  return isOver
}

/** `share` from 0 to 1; null while it waits for those before it. */
export type Going = { key: number; name: string; share: number | null }
let nextKey = 1

/** Files on their way, each with its own progress; what fails is said, and the others go on. */
export function useUploads(incidentId: string) {
  const keep = useTrayCache()
  const [going, setGoing] = useState<readonly Going[]>([])
  const send = async (file: File, { key, name }: Going): Promise<void> => {
    try {
      const onProgress = (share: number) => {
        setGoing((all) => all.map((one) => (one.key === key ? { ...one, share } : one)))
      }
      onProgress(0)
      keep(await upload({ incidentId, file, onProgress }))
    } catch (error) {
      announce(`${name}: ${error instanceof Error ? error.message : 'This went wrong.'}`, 'failed')
    } finally {
      setGoing((all) => all.filter((one) => one.key !== key))
    }
  }
  const sendAll = async (files: readonly File[]): Promise<void> => {
    const sending = files.map((file) => ({
      file,
      going: { key: nextKey++, name: file.name || 'a picture', share: null },
    }))
    setGoing((all) => [...all, ...sending.map(({ going }) => going)])
    for (const { file, going } of sending) await send(file, going)
  }
  return {
    going,
    take: (files: FileList) => {
      void sendAll([...files])
    },
  }
}
