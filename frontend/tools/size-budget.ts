// What each route of each app makes a browser fetch, gzipped, against the budgets of the specification.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = {
  file: string
  imports?: string[]
  dynamicImports?: string[]
  isEntry?: boolean
  css?: string[]
}
const BUDGETS = { workbench: { first: 200, later: 80 } }
const dist = resolve(import.meta.dirname, '../dist')
const kb = (bytes: number) => bytes / 1000
let over = 0

for (const app of Object.keys(BUDGETS) as (keyof typeof BUDGETS)[]) {
  const manifest = JSON.parse(readFileSync(join(dist, app, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const zipped = (file: string) => kb(gzipSync(readFileSync(join(dist, app, file))).length)
  const closure = (key: string, seen = new Set<string>()): Set<string> => {
    const chunk = manifest[key]
    if (!chunk || seen.has(chunk.file)) return seen
    seen.add(chunk.file)
    for (const next of chunk.imports ?? []) closure(next, seen)
    return seen
  }
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + zipped(file), 0)
  const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry)!
  const base = closure(entry)
  const routes = manifest[entry]!.dynamicImports ?? []
  const told = [['first load', sum(base), BUDGETS[app].first] as const]
  for (const route of routes) {
    const own = [...closure(route)].filter((file) => !base.has(file))
    told.push([route.split('/').pop()!, sum(own), BUDGETS[app].later])
  }
  for (const [name, size, budget] of told) {
    if (size > budget) over++
    console.log(
      `${app.padEnd(10)} ${name.padEnd(28)} ${size.toFixed(1).padStart(7)} KB gz  (≤ ${budget})${size > budget ? '  over' : ''}`,
    )
  }
}
process.exit(over ? 1 : 0)
