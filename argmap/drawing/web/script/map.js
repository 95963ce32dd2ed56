/* What bears on what. Claims come first among the nodes, in reading order, then joints. */
const CLAIMS = DATA.claims;
const NODES = [...CLAIMS, ...DATA.joints];
const NUMBER = new Map(NODES.map((node, number) => [node.id, number]));
const LINKS = new Map(DATA.links.map((link) => [link.id, link]));
const isClaim = (node) => node < CLAIMS.length;

/** Lines; one that leads from a frame has `others` in there beside its tail. */
const LINES = DATA.lines.map(([tail, head, bearing, look, letters, points, tip, signs, others = []]) => ({
  tail, head, bearing, look, letters, points, tip, signs, others,
}));

/** What a card stands for: itself, unless it only names something again. */
const meant = (node) => CLAIMS[node].of ?? CLAIMS[node].id;

/** Whether a node is the card of a claim or an issue, and not of a step, nor one that only names something again. */
const isOwn = (node) => isClaim(node) && meant(node) === CLAIMS[node].id && !LINKS.has(CLAIMS[node].id);

/** Whether a node only says that something isn't shown. */
const isStub = (node) => !isClaim(node) && !LINKS.has(NODES[node].id);

/** For each node what stands below it: premises before what aims at a step; a stub stands below what it is at. */
const BELOW = NODES.map(() => []);
for (const headed of [false, true]) {
  for (const line of LINES) {
    if (line.tip.length > 0 !== headed) continue;
    if (isStub(line.head)) BELOW[line.tail].push(line.head);
    else BELOW[line.head].push(line.tail, ...line.others);
  }
}

/** For each node and link the links that it is an end of. */
const TIED = new Map([...NUMBER.keys(), ...LINKS.keys()].map((id) => [id, []]));
for (const link of DATA.links) {
  for (const id of new Set(link.ends.map(([, end]) => end))) TIED.get(id)?.push(link);
}

/**
 * The walk from the roots down, not below what is folded: `order` has the claims that are met, `shown` what is met of all
 * nodes, `parent` and `level` of a claim where it stands, `place` and `among` its place among its siblings.
 */
function walk(roots, folded) {
  const tree = {
    order: [],
    shown: new Uint8Array(NODES.length),
    parent: new Int32Array(NODES.length).fill(-1),
    level: new Uint32Array(NODES.length),
    place: new Uint32Array(NODES.length),
    among: new Map(),
  };
  const todo = [];
  for (const root of roots) {
    todo.push([root, -1]);
    while (todo.length) follow(tree, todo, folded);
  }
  return tree;
}

function follow(tree, todo, folded) {
  const [node, above] = todo.pop();
  if (tree.shown[node]) return;
  tree.shown[node] = 1;
  if (isClaim(node)) {
    const siblings = (tree.among.get(above) ?? 0) + 1;
    tree.order.push(node);
    tree.parent[node] = above;
    tree.level[node] = above < 0 ? 1 : tree.level[above] + 1;
    tree.place[node] = siblings;
    tree.among.set(above, siblings);
    if (folded.has(node)) return;
  }
  const inner = isClaim(node) ? node : above;
  for (let each = BELOW[node].length - 1; each >= 0; each--) todo.push([BELOW[node][each], inner]);
}

/** The whole tree, with nothing folded: a claim that no walk from an earlier one meets is a root. */
const WHOLE = walk(CLAIMS.keys(), new Set());
const ROOTS = WHOLE.order.filter((claim) => WHOLE.parent[claim] < 0);
const canFold = (claim) => WHOLE.among.has(claim);

/** Where in the whole order each claim stands, and where its branch ends there. */
const [STARTS, ENDS] = (() => {
  const starts = new Uint32Array(CLAIMS.length);
  const ends = new Uint32Array(CLAIMS.length);
  WHOLE.order.forEach((claim, at) => { starts[claim] = at; ends[claim] = at + 1; });
  for (let at = WHOLE.order.length - 1; at >= 0; at--) {
    const above = WHOLE.parent[WHOLE.order[at]];
    if (above >= 0) ends[above] = Math.max(ends[above], ends[WHOLE.order[at]]);
  }
  return [starts, ends];
})();

/** The claims in the whole branch of a claim, without it. */
const branch = (claim) => WHOLE.order.slice(STARTS[claim] + 1, ENDS[claim]);

/** From a root down to a claim, by the whole tree. */
function wayTo(claim) {
  const found = [];
  for (let each = claim; each >= 0; each = WHOLE.parent[each]) found.push(each);
  return found.reverse();
}

/** What people call a claim or a link. */
function called(id, most = 90) {
  const node = NUMBER.has(id) && isClaim(NUMBER.get(id)) ? NODES[NUMBER.get(id)] : null;
  if (!node) {
    const link = LINKS.get(id);
    return link ? `the ${link.kind}${link.label ? ` “${link.label}”` : ""}` : id;
  }
  const text = node.title || node.text;
  return text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;
}
