/* Folding branches, and walking through the tree by keys as the ARIA practices have it for trees. */

/** Makes a layout of what is shown now; the `anchor` stays where it is in the window. */
function rearrange(anchor = -1) {
  const before = state.layout && state.ready ? state.layout : null;
  const shownBefore = state.tree?.shown;
  state.tree = walk(ROOTS, state.folded);
  state.layout = arranged(state.tree);
  if (!state.tree.shown[state.active]) state.active = standIn(state.active);
  noteHidden();
  if (!before) return;
  showTrail();
  const { camera } = state;
  const from = { x: camera.x, y: camera.y };
  const shift = anchor < 0 ? [0, 0] : [before.x[anchor] - state.layout.x[anchor], before.y[anchor] - state.layout.y[anchor]];
  state.before = before;
  treeGroup.classList.toggle("growing", [...state.tree.shown].some((shown, node) => shown && !shownBefore[node]));
  animate((progress) => {
    state.progress = progress;
    if (progress === 1) state.before = null;
    Object.assign(camera, { x: from.x + shift[0] * camera.scale * progress, y: from.y + shift[1] * camera.scale * progress });
    lookedElsewhere();
  }, (frame) => { rearranging = frame; });
}

let rearranging = 0;

/** The nearest claim above that is shown, or the first one. */
function standIn(claim) {
  for (let each = claim; each >= 0; each = WHOLE.parent[each]) if (state.tree.shown[each]) return each;
  return state.tree.order[0] ?? -1;
}

function settle() {
  cancelAnimationFrame(rearranging);
  cancelAnimationFrame(gliding);
  state.before = null;
  state.progress = 1;
}

/** Folds or unfolds the branch of a claim. */
function toggle(claim, fold = !state.folded.has(claim)) {
  if (!canFold(claim) || fold === state.folded.has(claim)) return;
  settle();
  state.folded[fold ? "add" : "delete"](claim);
  rearrange(claim);
  const below = branch(claim);
  say(fold ? `Folded: ${counted(below.length, below.every(isOwn) ? "claim" : "card")} below` : "Unfolded");
}

/** Folds everything below this level, or nothing. */
function foldBelow(level) {
  settle();
  const before = state.tree?.shown[state.active] ? state.active : -1;
  state.folded = new Set(WHOLE.order.filter((claim) => canFold(claim) && WHOLE.level[claim] >= level));
  rearrange(state.folded.has(before) || before < 0 || !state.tree.shown[before] ? ROOTS[0] : before);
}

/** The deepest level down to which a page begins unfolded, so that what one sees first isn't too much. */
function firstLevel(most = 60) {
  if (CLAIMS.length <= 80) return Infinity;
  const counts = [];
  for (const claim of WHOLE.order) counts[WHOLE.level[claim]] = (counts[WHOLE.level[claim]] ?? 0) + 1;
  let level = 1;
  let shown = counts[1];
  while (level + 1 < counts.length && shown + counts[level + 1] <= most) shown += counts[++level];
  return level;
}

/** Unfolds whatever hides a claim. */
function uncover(claim) {
  const hidden = wayTo(claim).slice(0, -1).filter((each) => state.folded.has(each));
  if (state.tree.shown[claim] || !hidden.length) return;
  settle();
  for (const each of hidden) state.folded.delete(each);
  const anchor = standIn(claim);
  rearrange(anchor);
}

/** Makes a claim the active one, and looks at it; `focus` gives it the keyboard. */
function activate(claim, { focus = true, look = true } = {}) {
  if (claim < 0) return;
  uncover(claim);
  state.active = claim;
  if (look) reveal(claim);
  repaint();
  if (focus) cardLayer.elements.get(claim)?.focus({ preventScroll: true });
  showTrail();
  rememberSoon();
}

/** Tells of what the active card stands for, and goes where that is told in full. */
function tellMeant(how) {
  const id = meant(state.active);
  const full = claimOf(id);
  if (full >= 0 && full !== state.active) activate(full);
  tell(id, how);
}

const STEP = 90; // px that shift and an arrow move the map

const KEYS = {
  ArrowDown: (at) => activate(state.tree.order[at + 1] ?? -1),
  ArrowUp: (at) => activate(state.tree.order[at - 1] ?? -1),
  ArrowRight: () => {
    const { active, folded, tree } = state;
    if (folded.has(active)) toggle(active, false);
    else activate(tree.order.find((claim) => tree.parent[claim] === active) ?? -1);
  },
  ArrowLeft: () => {
    const { active, folded, tree } = state;
    if (canFold(active) && !folded.has(active)) toggle(active, true);
    else activate(tree.parent[active]);
  },
  Home: () => activate(state.tree.order[0]),
  End: () => activate(state.tree.order.at(-1)),
  Enter: () => tellMeant({ focus: true }),
  " ": () => tellMeant(),
  "*": () => {
    const siblings = state.tree.order.filter((claim) => state.tree.parent[claim] === state.tree.parent[state.active]);
    settle();
    for (const claim of siblings) state.folded.delete(claim);
    rearrange(state.active);
  },
};

function onTreeKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey && event.key.startsWith("Arrow")) return;
  const act = KEYS[event.key];
  if (!act || state.active < 0) return;
  event.preventDefault();
  act(state.tree.order.indexOf(state.active));
}

/** Keys that work wherever nobody is typing. */
const ANYWHERE = {
  "/": () => byId("query").focus(),
  "+": () => zoom(1.25),
  "=": () => zoom(1.25),
  "-": () => zoom(0.8),
  0: () => fit(),
  "?": () => byId("help").showModal(),
  Escape: () => close(),
};

function onKey(event) {
  const typing = event.target.closest("input, select, dialog");
  if (event.key === "Escape" && !event.target.closest("dialog")) return close();
  if (typing || event.ctrlKey || event.altKey || event.metaKey) return undefined;
  if (event.shiftKey && event.key.startsWith("Arrow")) {
    event.preventDefault();
    return pan(...{ ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] }[event.key]);
  }
  if (!Object.hasOwn(ANYWHERE, event.key)) return undefined;
  event.preventDefault();
  return ANYWHERE[event.key]();
}

function onClick(event) {
  if (travelled >= slack) return;
  const element = event.target.closest("[data-node]") ?? cardUnder(event);
  const node = element instanceof Element ? Number(element.dataset.node) : element;
  if (node < 0) return;
  if (event.target.closest(".fold")) {
    activate(node, { look: false });
    toggle(node);
  } else if (isClaim(node)) {
    activate(node, { look: false });
    tellMeant();
  } else tell(NODES[node].id);
}

/** The claim at a place of the overview, which is no element. */
function cardUnder({ clientX, clientY }) {
  if (canvas.hidden) return -1;
  const box = stage.getBoundingClientRect();
  const { x, y, scale } = state.camera;
  const [across, down] = [(clientX - box.left - x) / scale, (clientY - box.top - y) / scale];
  const near = 6 / scale;
  return state.tree.order.find((claim) => {
    const [left, top] = [nodeX(claim), nodeY(claim)];
    const [, , width, height] = CLAIMS[claim].at;
    return across >= left - near && across <= left + width + near && down >= top - near && down <= top + height + near;
  }) ?? -1;
}

treeGroup.addEventListener("keydown", onTreeKey);
treeGroup.addEventListener("focusin", (event) => {
  const node = Number(event.target.closest("[data-node]")?.dataset.node ?? -1);
  if (node >= 0 && node !== state.active) activate(node, { focus: false, look: !fingers.size });
});
document.addEventListener("keydown", onKey);
stage.addEventListener("click", onClick);
