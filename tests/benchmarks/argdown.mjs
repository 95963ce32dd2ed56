// Times argdown-core on a document: `node argdown.mjs ROUNDS < document`, in a folder where it is installed.
// Prints the seconds of processor time of each round of parse-input and build-model, and how many statements, arguments and relations it finds.
import fs from "node:fs";
import { createRequire } from "node:module";

const { argdown } = createRequire(`${process.cwd()}/`)("@argdown/core");
const input = fs.readFileSync(0, "utf8");
const seconds = [];
let result;
for (let round = 0; round < Number(process.argv[2]); round++) {
  const start = process.cpuUsage();
  result = argdown.run({ process: ["parse-input", "build-model"], input, throwExceptions: true });
  const { user, system } = process.cpuUsage(start);
  seconds.push((user + system) / 1e6);
}
const counts = [result.statements, result.arguments].map((each) => Object.keys(each).length);
console.log(JSON.stringify({ seconds, counts: [...counts, result.relations.length], errors: result.parserErrors.length }));
