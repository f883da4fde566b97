// What each app, and each route of it, makes a browser fetch, gzipped, against the budgets of the specification.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = {
  file: string
  src?: string
  imports?: string[]
  dynamicImports?: string[]
  isEntry?: boolean
  css?: string[]
}
/** KB. `css`: whether styles count, as they do where all is loaded over a phone's network. */
const BUDGETS = {
  workbench: { first: 200, later: 80, css: false },
  card: { first: 100, later: 40, css: true },
  verifier: { first: 45, later: 45, css: true },
}
const dist = resolve(import.meta.dirname, '../dist')
const kb = (bytes: number) => bytes / 1000
let over = 0

for (const app of Object.keys(BUDGETS) as (keyof typeof BUDGETS)[]) {
  const budget = BUDGETS[app]
  const manifest = JSON.parse(readFileSync(join(dist, app, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const zipped = (file: string) => kb(gzipSync(readFileSync(join(dist, app, file))).length)
  const closure = (key: string, seen = new Set<string>()): Set<string> => {
    const chunk = manifest[key]
    if (!chunk || seen.has(chunk.file)) return seen
    seen.add(chunk.file)
    if (budget.css) for (const sheet of chunk.css ?? []) seen.add(sheet)
    for (const next of chunk.imports ?? []) closure(next, seen)
    return seen
  }
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + zipped(file), 0)
  const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry)!
  const base = closure(entry)
  // routes hang on the entry, or on a chunk that the entry loads at once
  const told = [['first load', sum(base), budget.first] as const]
  const files = new Set(base)
  const routes = Object.keys(manifest)
    .filter((key) => files.has(manifest[key]!.file))
    .flatMap((key) => manifest[key]!.dynamicImports ?? [])
  for (const route of new Set(routes)) {
    const own = [...closure(route)].filter((file) => !base.has(file))
    told.push([route.split('/').pop()!, sum(own), budget.later])
  }
  for (const [name, size, most] of told) {
    if (size > most) over++
    console.log(
      `${app.padEnd(10)} ${name.padEnd(28)} ${size.toFixed(1).padStart(7)} KB gz  (≤ ${most})${size > most ? '  over' : ''}`,
    )
  }
}
process.exit(over ? 1 : 0)
