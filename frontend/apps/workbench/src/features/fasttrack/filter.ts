import type { CaseStatus } from '@kit/graphql/schema.gql'

/** What a list of cases is narrowed to. */
export type Filter = {
  status: CaseStatus | null
  level: string | null
  unitId: string | null
  dueBefore: string | null
  mine: boolean
  openOnly: boolean
}

/** The part of it that the backend's list is asked with. */
export const filterOf = ({ status, level, unitId, dueBefore, mine }: Filter) => ({
  status,
  level,
  unitId,
  dueBefore,
  mine,
})
