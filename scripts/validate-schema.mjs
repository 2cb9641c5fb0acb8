// Checks JSON files against a JSON Schema (draft 2020-12) with ajv, which knows nothing of this project.
//
//   node scripts/validate-schema.mjs SCHEMA FILE...
//
// ajv comes from the set-up ($SFERUM_TOOLS/node_modules). Exit code 1: a file does not fit; 2: cannot check.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

const tools =
  process.env.SFERUM_TOOLS || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "sferum-planner");
let Ajv;
try {
  Ajv = createRequire(join(tools, "node_modules", "index.js"))("ajv/dist/2020").default;
} catch {
  console.error(`ajv is not in ${tools}: run scripts/setup.sh build`);
  process.exit(2);
}

const [schemaPath, ...files] = process.argv.slice(2);
if (!schemaPath || files.length === 0) {
  console.error("usage: validate-schema.mjs SCHEMA FILE...");
  process.exit(2);
}
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
// Formats (uuid, date, date-time) are annotations here; everything else of the schema is strict. Number formats of the
// generator (uint32) are unknown to ajv and mean nothing beyond their bounds.
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, validateFormats: false })
  .compile(read(schemaPath));
let isWrong = false;
for (const file of files) {
  if (validate(read(file))) continue;
  isWrong = true;
  for (const error of (validate.errors ?? []).slice(0, 20)) {
    console.log(`${file}: ${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`);
  }
}
process.exit(isWrong ? 1 : 0);
