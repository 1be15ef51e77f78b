import type { Query } from '../frame'
import { Corrections, correctionsMetadata } from './corrections'

export const dynamic = 'force-dynamic'

export const generateMetadata = () => correctionsMetadata(null)

export default function CorrectionsPage({ searchParams }: { searchParams: Query }) {
  return <Corrections kind={null} searchParams={searchParams} />
}
