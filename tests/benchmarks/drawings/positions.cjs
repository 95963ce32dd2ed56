// node positions.cjs dagre|elk IN OUT: asks a layout library for places and routes. IN is JSON:
// {boxes: [[width, height, frame]], frames: [[parent, titleHeight]], edges: [[tail, head]],
//  direction: "up", gap: 24, rows: 44, inset: 14}. OUT: {boxes: [[x, y]], edges: [[[x, y], ...]], seconds}.
// Frames and boxes are numbered; -1 is no frame.
const fs = require("fs");
const [, , library, source, target] = process.argv;
const asked = JSON.parse(fs.readFileSync(source, "utf8"));

function dagre() {
  const library = require("@dagrejs/dagre");
  const dagre = library.default || library;
  const graph = new dagre.graphlib.Graph({ multigraph: true, compound: asked.frames.length > 0 });
  const rankdir = { up: "BT", down: "TB", left: "RL", right: "LR" }[asked.direction];
  graph.setGraph({ rankdir, nodesep: asked.gap, edgesep: asked.gap / 2, ranksep: asked.rows });
  graph.setDefaultEdgeLabel(() => ({}));
  asked.frames.forEach((_, number) => graph.setNode(`f${number}`, {}));
  asked.frames.forEach(([parent], number) => {
    if (parent >= 0) graph.setParent(`f${number}`, `f${parent}`);
  });
  asked.boxes.forEach(([width, height, frame], number) => {
    graph.setNode(`b${number}`, { width, height });
    if (frame >= 0) graph.setParent(`b${number}`, `f${frame}`);
  });
  asked.edges.forEach(([tail, head], number) => graph.setEdge(`b${tail}`, `b${head}`, {}, `e${number}`));
  const start = process.hrtime.bigint();
  dagre.layout(graph);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const boxes = asked.boxes.map(([width, height], number) => {
    const { x, y } = graph.node(`b${number}`);
    return [x - width / 2, y - height / 2];
  });
  const edges = asked.edges.map(([tail, head], number) =>
    (graph.edge(`b${tail}`, `b${head}`, `e${number}`).points || []).map(({ x, y }) => [x, y]));
  return { boxes, edges, seconds };
}

async function elk() {
  const ELK = require("elkjs");
  const layoutOptions = {
    "elk.algorithm": "layered",
    "elk.direction": asked.direction.toUpperCase(),
    "elk.hierarchyHandling": "INCLUDE_CHILDREN",
    "elk.spacing.nodeNode": String(asked.gap),
    "elk.layered.spacing.nodeNodeBetweenLayers": String(asked.rows),
  };
  const side = asked.inset;
  const frames = asked.frames.map(([, title], number) => ({
    id: `f${number}`,
    children: [],
    layoutOptions: { ...layoutOptions, "elk.padding": `[top=${side + title},left=${side},bottom=${side},right=${side}]` },
  }));
  const root = { id: "root", layoutOptions, children: [] };
  const home = (frame) => (frame >= 0 ? frames[frame] : root).children;
  asked.frames.forEach(([parent], number) => home(parent).push(frames[number]));
  asked.boxes.forEach(([width, height, frame], number) => home(frame).push({ id: `b${number}`, width, height }));
  root.edges = asked.edges.map(([tail, head], number) => ({
    id: `e${number}`, sources: [`b${tail}`], targets: [`b${head}`],
  }));
  const start = process.hrtime.bigint();
  const answer = await new ELK().layout(root, { layoutOptions: { "elk.json.edgeCoords": "ROOT", "elk.json.shapeCoords": "ROOT" } });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const boxes = asked.boxes.map(() => null);
  const todo = [...answer.children];
  while (todo.length) {
    const node = todo.pop();
    if (node.id[0] === "b") boxes[Number(node.id.slice(1))] = [node.x, node.y];
    for (const child of node.children || []) todo.push(child);
  }
  const edges = asked.edges.map(() => []);
  for (const edge of answer.edges) {
    const points = [];
    for (const { startPoint, bendPoints, endPoint } of edge.sections || []) {
      points.push(startPoint, ...(bendPoints || []), endPoint);
    }
    edges[Number(edge.id.slice(1))] = points.map(({ x, y }) => [x, y]);
  }
  return { boxes, edges, seconds };
}

async function main() {
  const answer = library === "dagre" ? dagre() : await elk();
  fs.writeFileSync(target, JSON.stringify(answer));
}

main();
