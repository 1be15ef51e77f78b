import { expect, test } from 'vitest'
import { setEnv } from '@/env'
import { callAs } from '../harness/caller'
import { useDatabase } from '../harness/database'
import { addPerson } from '../harness/people'

const database = useDatabase()

test('more links wait than a page holds: the newest stand first, and a withdrawal answers with its own page', async () => {
  setEnv({ PUBLIC_URL: 'http://127.0.0.1:3000' })
  const admin = await addPerson(database.db, { isAdmin: true })
  const call = (second: number) => callAs(database.db, admin, () => new Date(Date.UTC(2031, 0, 1, 0, 0, second)))
  const emailsIn = (page: { links: { email: string }[] }) => page.links.map(({ email }) => email)
  const invite = (nth: number) =>
    call(nth).account.invite({ email: `${nth}@example.test`, role: 'editor', isAdmin: false })
  for (let nth = 1; nth <= 102; nth++) await invite(nth)
  const first = await call(102).account.links({})
  expect(emailsIn(first).slice(0, 2)).toEqual(['102@example.test', '101@example.test'])
  expect(first.links).toHaveLength(100)
  const page = first.nextCursor
  const second = await call(102).account.links({ cursor: page })
  expect(emailsIn(second)).toEqual(['2@example.test', '1@example.test'])
  expect(second.nextCursor).toBeNull()
  const after = await call(102).account.revokeLink({ id: second.links[0]?.id ?? '', page })
  expect(emailsIn(after)).toEqual(['1@example.test'])
  expect(emailsIn((await invite(103)).pending)[0]).toBe('103@example.test')
})
