// Reads backend/schema.graphql and every *.graphql beside the parts, writes a typed *.gql.ts beside each and the
// manifest of trusted documents (sha256 → text) that the backend runs. --check: says what is stale, writes nothing.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { codegen } from '@graphql-codegen/core'
import * as typescriptPlugin from '@graphql-codegen/typescript'
import * as operationsPlugin from '@graphql-codegen/typescript-operations'
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  NoUnusedFragmentsRule,
  type OperationDefinitionNode,
  buildASTSchema,
  parse,
  print,
  specifiedRules,
  validate,
  visit,
} from 'graphql'
import { globSync } from 'tinyglobby'

type Definition = OperationDefinitionNode | FragmentDefinitionNode
type Source = { path: string; document: DocumentNode }

const root = resolve(import.meta.dirname, '..')
const check = process.argv.includes('--check')
const schemaText = readFileSync(join(root, '../backend/schema.graphql'), 'utf8')
const schemaDocument = parse(schemaText)
const schema = buildASTSchema(schemaDocument)
const types = join(root, 'kit/graphql/schema.gql.ts')
const scalars = {
  Date: 'string',
  DateTime: 'string',
  Time: 'string',
  Decimal: 'string',
  BigInt: 'string',
  UUID: 'string',
  JSON: 'unknown',
}
const config = {
  useTypeImports: true,
  enumsAsTypes: true,
  strictScalars: true,
  scalars,
  immutableTypes: true,
  avoidOptionals: { field: true },
  nonOptionalTypename: true,
  skipTypename: false,
  dedupeFragments: true,
}

const sources: Source[] = globSync(['apps/**/*.graphql', 'kit/**/*.graphql'], {
  cwd: root,
  absolute: true,
})
  .toSorted()
  .map((path) => ({ path, document: parse(readFileSync(path, 'utf8')) }))
const definitions = (source: Source) => source.document.definitions as readonly Definition[]
const whole: DocumentNode = { kind: Kind.DOCUMENT, definitions: sources.flatMap(definitions) }
const problems = validate(
  schema,
  whole,
  specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule),
)
if (problems.length) {
  for (const problem of problems) console.error(problem.toString())
  process.exit(1)
}

const fragments = new Map<string, FragmentDefinitionNode>()
const home = new Map<string, string>()
for (const source of sources)
  for (const found of definitions(source))
    if (found.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(found.name.value, found)
      home.set(found.name.value, source.path)
    }

function spreads(node: Definition, seen = new Set<string>()): Set<string> {
  visit(node, {
    FragmentSpread(spread) {
      if (seen.has(spread.name.value)) return
      seen.add(spread.name.value)
      spreads(fragments.get(spread.name.value)!, seen)
    },
  })
  return seen
}

// The client's cache tells answers apart by __typename, and the server runs the manifest's text: it must hold them.
function withTypename<Node extends Definition>(node: Node): Node {
  return visit(node, {
    SelectionSet(set, _key, parent) {
      if (parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION) return undefined
      if (set.selections.some((s) => s.kind === Kind.FIELD && s.name.value === '__typename')) return undefined
      return {
        ...set,
        selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const, ...set.selections],
      }
    },
  })
}

const pascal = (name: string) => name.replace(/(^|[-_])(\w)/g, (_, __, letter: string) => letter.toUpperCase())
const importOf = (from: string, to: string) =>
  relative(dirname(from), to)
    .replace(/^(?!\.)/, './')
    .replace(/\.graphql$/, '.gql')
    .replace(/\.ts$/, '')

const manifest: Record<string, string> = {}
const written = new Map<string, string>()
const note = '// Written by tools/codegen.ts. Do not edit.\n'
written.set(
  types,
  note +
    (await codegen({
      filename: 'schema.gql.ts',
      schema: schemaDocument,
      schemaAst: schema,
      documents: [],
      config,
      plugins: [{ typescript: {} }],
      pluginMap: { typescript: typescriptPlugin },
    })) +
    '\n',
)
for (const source of sources) {
  const foreign = [...new Set(definitions(source).flatMap((d) => [...spreads(d)]))].filter(
    (n) => home.get(n) !== source.path,
  )
  const typed = await codegen({
    filename: 'x.ts',
    schema: schemaDocument,
    schemaAst: schema,
    documents: [
      {
        location: source.path,
        document: { kind: Kind.DOCUMENT, definitions: definitions(source).map(withTypename) },
      },
    ],
    config: {
      ...config,
      namespacedImportName: 'Types',
      importSchemaTypesFrom: 'x',
      externalFragments: foreign.map((name) => ({
        name,
        onType: fragments.get(name)!.typeCondition.name.value,
        node: withTypename(fragments.get(name)!),
        isExternal: true,
        importFrom: null,
      })),
    },
    plugins: [{ operations: {} }],
    pluginMap: { operations: operationsPlugin },
  })
  // the verifier has no room for a client: its documents are their hashes
  const light = source.path.includes('/apps/verifier/')
  const runtime = light ? 'light' : 'document'
  const documents: string[] = []
  for (const found of definitions(source)) {
    if (found.kind !== Kind.OPERATION_DEFINITION) continue
    const parts = [found, ...[...spreads(found)].toSorted().map((name) => fragments.get(name)!)]
    const body = parts.map((part) => print(withTypename(part)).replace(/\s+/g, ' ')).join(' ')
    const hash = createHash('sha256').update(body).digest('hex')
    const kind = pascal(found.name!.value) + pascal(found.operation)
    manifest[hash] = body
    documents.push(
      `export const ${pascal(found.name!.value)}Document = /* @__PURE__ */ typedDocument<${kind}, ${kind}Variables>('${hash}', ${light ? "''" : JSON.stringify(body)})`,
    )
  }
  const body = typed.replace(/^import .*$/gm, '').trim()
  const used = foreign.filter((name) => body.includes(`${pascal(name)}Fragment`))
  const imports = [
    documents.length ? `import { typedDocument } from '@kit/graphql/${runtime}'` : '',
    typed.includes('Types.') ? `import type * as Types from '${importOf(source.path, types)}'` : '',
    ...used.map((name) => `import type { ${pascal(name)}Fragment } from '${importOf(source.path, home.get(name)!)}'`),
  ]
  written.set(
    source.path.replace(/\.graphql$/, '.gql.ts'),
    `// Written by tools/codegen.ts from ${basename(source.path)}. Do not edit.\n${imports.filter(Boolean).join('\n')}\n${body}\n${documents.join('\n')}\n`,
  )
}
written.set(join(root, 'trusted-documents.json'), `${JSON.stringify(manifest, null, 1)}\n`)

let stale = 0
for (const [path, text] of written) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
  stale++
  if (check) console.error('stale:', relative(root, path))
  else writeFileSync(path, text)
}
console.log(
  `${sources.length} files, ${Object.keys(manifest).length} operations, ${stale} ${check ? 'stale' : 'written'}`,
)
if (check && stale) process.exit(1)
