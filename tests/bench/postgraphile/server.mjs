// PostGraphile 5 with the settings its documentation recommends for production: Amber preset, no GraphiQL, no
// websockets, no explain. POLICIES=1 adds the row-level-security context through pgSettings.
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";

const { DSN, PORT, SCHEMAS, POLICIES, ROLE, LO, HI, ACTOR, SELF } = process.env;

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({ connectionString: DSN, schemas: SCHEMAS.split(","), poolConfig: { max: 10 } }),
  ],
  grafast: {
    explain: false,
    context: () =>
      POLICIES === "1"
        ? { pgSettings: { role: ROLE, "app.lo": LO, "app.hi": HI, "app.actor": ACTOR, "app.self": SELF ?? "" } }
        : {},
  },
  grafserv: { graphiql: false, websockets: false, graphqlPath: "/graphql" },
};

const instance = postgraphile(preset).createServ(grafserv);
const server = createServer();
server.on("error", (error) => {
  console.error(error);
  process.exit(1);
});
await instance.addTo(server);
server.listen(Number(PORT), "127.0.0.1");
