import type { CaseStatus } from '@kit/graphql/schema.gql'
import type { FastTrackChoicesQuery } from './cases.gql'

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

/** The levels that may use the fast track, by the names that people know them by. */
export function levelNames(choices: FastTrackChoicesQuery | undefined): ReadonlyMap<string, string> {
  const known = new Map(choices?.levels.map(({ code, name }) => [code, name]))
  return new Map(choices?.entries.map(({ code, name }) => [code, known.get(code) ?? name]))
}
