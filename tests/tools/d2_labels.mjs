// Compiles and renders diagrams in D2's own program: reads {name: text} as JSON from standard input, and writes
// {name: {shapes: [label], lines: [label], svg} or {error}} to standard output. Its argument is the entry of @terrastruct/d2.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { D2 } = await import(pathToFileURL(process.argv[2]).href);
const d2 = new D2();
const told = {};
for (const [name, text] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  try {
    const { diagram, renderOptions } = await d2.compile(text);
    const svg = await d2.render(diagram, renderOptions);
    told[name] = {
      shapes: diagram.shapes.map(({ label }) => label),
      lines: diagram.connections.map(({ label }) => label ?? ""),
      svg,
    };
  } catch (error) {
    told[name] = { error: String(error) };
  }
}
process.stdout.write(JSON.stringify(told), () => process.exit(0));
