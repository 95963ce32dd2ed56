// Prints what argdown-core makes of documents: on each line a JSON array of texts comes in, an array of outlines goes out.
//
// Usage, in a folder where `npm install @argdown/core@2.0.1` has been run:
//     node outline.mjs < texts.json > outlines.json
//     node outline.mjs maps < texts.json > maps.json
// An outline is a list of rows (see `tests/formats/argdown/conftest.py`), or the reference's error messages;
// with `maps` it is the map that the reference would draw.
import { createRequire } from "node:module";
import readline from "node:readline";

const { argdown, stringifyArgdownData } = createRequire(`${process.cwd()}/`)("@argdown/core");
const maps = process.argv[2] === "maps";

const text = (member) => (member.isReference ? null : (member.text ?? "").trim());
const section = (part) => part.section?.title ?? null;
const data = (part) => (part.data && Object.keys(part.data).length ? part.data : null);

function ends(node) {
  if (node.type === "inference") return [node.argumentTitle, "inference", node.conclusionIndex];
  return [node.title, node.type === "argument" ? "argument" : "statement", null];
}

function* headings(sections) {
  for (const each of sections ?? []) {
    yield ["H", each.level, each.title, data(each)];
    yield* headings(each.children);
  }
}

function* rows(result) {
  yield* headings(result.sections);
  for (const [title, each] of Object.entries(result.statements ?? {}))
    yield ["S", title, each.members.map((m) => [m.role ?? "", text(m)]), each.tags ?? [], data(each), section(each)];
  for (const [title, each] of Object.entries(result.arguments ?? {})) {
    const lines = each.pcs.map((line) => [
      line.role,
      line.title,
      line.inference ? (line.inference.inferenceRules ?? []) : null,
      line.inference ? data(line.inference) : null,
    ]);
    yield ["A", title, each.members.map(text), each.tags ?? [], data(each), section(each), lines];
  }
  for (const each of result.relations ?? [])
    yield ["R", ...ends(each.from).slice(0, 2), each.relationType, ...ends(each.to)];
}

function outline(input) {
  try {
    const process = ["parse-input", "build-model", ...(maps ? ["build-map"] : [])];
    const result = argdown.run({ process, input, throwExceptions: true, logLevel: "silent" });
    const errors = [...(result.parserErrors ?? []), ...(result.exceptions ?? [])];
    if (errors.length) return errors.map((error) => String(error.message));
    return maps ? JSON.parse(stringifyArgdownData(result.map)) : [...rows(result)];
  } catch (error) {
    return [String(error.message)];
  }
}

for await (const line of readline.createInterface({ input: process.stdin }))
  console.log(JSON.stringify(JSON.parse(line).map(outline)));
