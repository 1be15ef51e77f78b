import { notFound } from 'next/navigation'
import { CORRECTION_KINDS, type CorrectionKind } from '@/domain/words'
import type { Query } from '../../frame'
import { Corrections, correctionsMetadata } from '../corrections'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ kind: string }>; searchParams: Query }

async function kindOf({ params }: Props): Promise<CorrectionKind> {
  const { kind } = await params
  return CORRECTION_KINDS.find((known) => known === kind) ?? notFound()
}

export const generateMetadata = async (props: Props) => correctionsMetadata(await kindOf(props))

export default async function CorrectionsOfKindPage(props: Props) {
  return <Corrections kind={await kindOf(props)} searchParams={props.searchParams} />
}
