const text = (value: string) => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replace(/"/g, '""')}"`
const cell = (value: string | number) => (typeof value === 'number' ? String(value) : text(value))

/** Rows as Excel opens them: quoted, with the mark that tells UTF-8. A cell that looks like a formula stays text. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

export function save(name: string, told: string): void {
  const url = URL.createObjectURL(new Blob([told], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
