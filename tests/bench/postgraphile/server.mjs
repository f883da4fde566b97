// PostGraphile 5 as its documentation has it in production: the Amber preset, NODE_ENV and GRAPHILE_ENV production,
// no GraphiQL, no websockets, no watching, no explain; list fields beside connections ("simple collections"), which
// are its fastest form. Only the tables that the cases ask for are shown. POLICIES=1 gives each request of a known
// token the row-level-security context by pgSettings, as the documentation does it.
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { pgSmartTags } from "postgraphile/utils";

const { DSN, PORT, POLICIES, ROLE, LO, HI, ACTOR, TOKEN } = process.env;
const SHOWN = new Set(
  "talent unit card contact_log need employment education title honour redemption".split(" "),
);
const settings = new Map([
  [`Bearer ${TOKEN}`, { role: ROLE, "app.lo": LO, "app.hi": HI, "app.actor": ACTOR, "app.self": "" }],
]);

const preset = {
  extends: [PostGraphileAmberPreset],
  disablePlugins: ["PgIndexBehaviorsPlugin"], // our keys are (talent_id, unit_path); the index begins with talent_id
  plugins: [
    pgSmartTags([
      {
        kind: "class",
        match: (table) => table.getNamespace().nspname === "public" && !SHOWN.has(table.relname),
        tags: { behavior: "-*" },
      },
      // a unique key on a table itself names both its directions alike; no case asks for either
      { kind: "constraint", match: (key) => key.contype === "f" && key.conrelid === key.confrelid, tags: { behavior: "-*" } },
    ]),
  ],
  pgServices: [
    makePgService({
      connectionString: DSN,
      schemas: ["public", "bench"],
      poolConfig: { max: 10 },
      pubsub: false,
    }),
  ],
  schema: { defaultBehavior: "list connection", pgOrderByNullsLast: true },
  grafast: {
    explain: false,
    context:
      POLICIES === "1"
        ? (ctx) => ({ pgSettings: settings.get(ctx.node?.req.headers.authorization) ?? { role: "nobody" } })
        : undefined,
  },
  grafserv: { graphiql: false, websockets: false, watch: false, graphqlPath: "/graphql" },
};

const instance = postgraphile(preset).createServ(grafserv);
const server = createServer();
server.on("error", (error) => {
  console.error(error);
  process.exit(1);
});
await instance.addTo(server);
server.listen(Number(PORT), "127.0.0.1");
