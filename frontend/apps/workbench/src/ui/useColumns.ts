import { computed } from 'vue'
import type { Column } from './DataTable.vue'
import { useSetting } from './settings'

/** Which columns are shown, in their order, and the widths that were chosen (pixels). */
export type Columns = { shown: string[]; widths?: Record<string, number> }

/** The columns of a list as this person wants them, kept with the account. Those of a saved view (`instead`) stand before them. */
export function useColumns<Row>(
  page: string,
  all: readonly Column<Row>[],
  usual: readonly string[],
  instead: () => readonly string[] | null,
) {
  const { value, keep } = useSetting<Columns>(`columns.${page}`)
  const known = (keys: readonly string[] | null | undefined) => keys?.filter((key) => all.some((c) => c.key === key))
  const chosen = computed<Columns>(() => {
    const shown = [known(instead()), known(value.value?.shown)].find((keys) => keys?.length)
    return { shown: shown ?? [...usual], widths: value.value?.widths }
  })
  const columns = computed<Column<Row>[]>(() =>
    chosen.value.shown.map((key) => {
      const column = all.find((c) => c.key === key)!
      const width = chosen.value.widths?.[key]
      return width ? { ...column, width: `${width}px` } : column
    }),
  )
  return { chosen, columns, keep }
}
