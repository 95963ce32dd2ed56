/* What is in the window is in the page; what isn't, is not. */
const MOST = 240; // cards drawn one by one; when more are in the window, the overview shows them
const NEAR = 12; // cards before and after the active one that are always there for those who listen
const EDGE = 80; // px around the window that are drawn too

const stage = byId("stage");
const picture = drawn("svg", { id: "picture", role: "none" });
const world = drawn("g", {}, picture);
const LAYERS = Object.fromEntries(["frames", "lines", "signs"].map((name) => [name, drawn("g", { class: name, "aria-hidden": true }, world)]));
const treeGroup = drawn("g", { role: "tree", "aria-label": "Claims, in reading order" }, world);
stage.append(picture);

/**
 * How large the stage is; asked for when it changes alone, as to ask makes the browser lay out the page. In a frame that
 * isn't shown it has no size: then it is as large as it was, or as most screens.
 */
const extent = { width: 1024, height: 640 };

/** Asks how large the stage is; says whether it is shown. */
function measureStage() {
  const { clientWidth: width, clientHeight: height } = stage;
  if (!width || !height) return false;
  Object.assign(extent, { width, height });
  return true;
}

/** All that changes: what is folded, what follows from it, where the window is, what is chosen, sought and filtered. */
const state = {
  folded: new Set(),
  tree: null,
  layout: null,
  before: null, // the layout from which things are moving
  progress: 1, // how far they have come
  camera: { x: 0, y: 0, scale: 1 },
  active: -1,
  chosen: null, // the id of the claim or link that is told of
  matches: null, // a set of claims, or null if nothing is sought
  hiding: new Set(), // folded claims with a match below
  seen: false, // whether the page was ever shown
  began: null, // where the window was put at the beginning
  query: "",
};

const mix = (from, to) => from + (to - from) * state.progress;
const nodeX = (node) => (state.before ? mix(state.before.x[node], state.layout.x[node]) : state.layout.x[node]);
const nodeY = (node) => (state.before ? mix(state.before.y[node], state.layout.y[node]) : state.layout.y[node]);

/** Where a place of the whole layout is now. */
function placeNow(x, y) {
  const { layout, before } = state;
  if (!before) return [moved(layout.across, x), moved(layout.down, y)];
  return [mix(moved(before.across, x), moved(layout.across, x)), mix(moved(before.down, y), moved(layout.down, y))];
}

/** The part of the map that the window shows, and a little around it. */
function inWindow() {
  const { x, y, scale } = state.camera;
  const [left, top] = [(-x - EDGE) / scale, (-y - EDGE) / scale];
  const [right, bottom] = [(extent.width - x + EDGE) / scale, (extent.height - y + EDGE) / scale];
  return (low, high, upper, lower) => high >= left && low <= right && lower >= top && upper <= bottom;
}

const nodeSeen = (node, seen) => {
  const [x, y] = [nodeX(node), nodeY(node)];
  return seen(x, x + NODES[node].at[2], y, y + NODES[node].at[3]);
};

/** The rectangle around each line in the whole layout. */
const REACH = LINES.map(({ points, tip }) => {
  const all = [...points, ...tip];
  const across = all.filter((_, each) => each % 2 === 0);
  const down = all.filter((_, each) => each % 2);
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
});

function lineSeen(number, seen) {
  const [left, top] = placeNow(REACH[number][0], REACH[number][1]);
  const [right, bottom] = placeNow(REACH[number][2], REACH[number][3]);
  return seen(left - 12, right + 12, top - 12, bottom + 12);
}

/** Elements by what they draw; one that isn't wanted any more is taken away, one that is stays as it is. */
class Layer {
  constructor(parent, make, place) {
    Object.assign(this, { parent, make, place, elements: new Map() });
  }

  show(wanted) {
    const keep = new Set(wanted);
    for (const [key, element] of this.elements) {
      if (keep.has(key)) continue;
      element.remove();
      this.elements.delete(key);
    }
    let next = this.parent.firstChild;
    for (const key of wanted) {
      let element = this.elements.get(key);
      if (!element) {
        element = this.make(key);
        this.elements.set(key, element);
      }
      if (element === next) next = next.nextSibling;
      else this.parent.insertBefore(element, next);
      this.place(element, key);
    }
  }
}

const movedTo = (element, x, y) => element.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)})`);

const frameLayer = new Layer(LAYERS.frames, () => drawn("g"), (element, number) => {
  const { at, shapes } = DATA.frames[number];
  const [left, top] = placeNow(at[0], at[1]);
  const [right, bottom] = placeNow(at[0] + at[2], at[1] + at[3]);
  const [wider, higher] = [right - left - at[2], bottom - top - at[3]];
  element.replaceChildren();
  drawShapes(shapes.map(([look, x, y, width, height]) => [look, x, y, Math.max(width + wider, 0), Math.max(height + higher, 0)]), element);
  movedTo(element, left, top);
});

const headingLayer = new Layer(drawn("g", {}, LAYERS.signs), (number) => {
  const element = drawn("g");
  drawShapes(DATA.frames[number].heading, element);
  return element;
}, (element, number) => {
  const { at, rtl } = DATA.frames[number];
  const [left, top] = placeNow(at[0], at[1]);
  const [right] = placeNow(at[0] + at[2], at[1]);
  movedTo(element, rtl ? right - at[2] : left, top);
});

const lineLayer = new Layer(LAYERS.lines, (number) => {
  const line = LINES[number];
  const element = drawn("g", { class: "line" });
  const [, ...paint] = DATA.looks[line.look];
  outlined(drawn("path", {}, element), ...paint);
  if (line.tip.length) drawShapes(DATA.heads[line.bearing], drawn("g", {}, element));
  return element;
}, (element, number) => {
  const line = LINES[number];
  const { d, now } = lineNow(line, placeNow);
  element.firstChild.setAttribute("d", d);
  element.classList.toggle("dim", isDim(line.tail) || isDim(line.head));
  if (!line.tip.length) return;
  const tip = placeNow(...line.tip);
  const angle = arrival(now, tip).toFixed(1);
  element.lastChild.setAttribute("transform", `translate(${tip[0].toFixed(2)} ${tip[1].toFixed(2)}) rotate(${angle})`);
});

const signLayer = new Layer(drawn("g", {}, LAYERS.signs), (number) => {
  const element = drawn("g");
  for (const kind of LINES[number].signs) drawShapes(DATA.signs[kind], drawn("g", {}, element));
  return element;
}, (element, number) => {
  const line = LINES[number];
  const points = curves(line, lineNow(line, placeNow).now);
  element.classList.toggle("dim", isDim(line.tail) || isDim(line.head));
  const [offTail, offHead] = DATA.clear;
  line.signs.forEach((kind, each) => {
    const place = kind === line.bearing ? clearOfStart(points, offTail) : clearOfStart([placeNow(...line.tip), ...points.slice(0, -1).reverse()], offHead);
    movedTo(element.children[each], ...place);
  });
});

const jointLayer = new Layer(drawn("g", {}, LAYERS.signs), (node) => {
  const element = drawn("g", { class: "joint" });
  element.dataset.node = node;
  drawShapes(NODES[node].shapes, element);
  return element;
}, (element, node) => {
  movedTo(element, nodeX(node), nodeY(node));
  element.classList.toggle("chosen", state.chosen === NODES[node].id);
  element.classList.toggle("dim", BELOW[node].some(isDim));
});

const cardLayer = new Layer(treeGroup, makeCard, placeCard);

/** Whether something is sought or filtered, and this isn't of it. */
const isDim = (node) => state.matches !== null && isClaim(node) && !state.matches.has(node) && !state.hiding.has(node);

let asked = 0;

/** Draws all anew before the next frame. */
function paintSoon() {
  asked ||= requestAnimationFrame(repaint);
}

function repaint() {
  cancelAnimationFrame(asked);
  asked = 0;
  const { camera, layout, tree } = state;
  world.setAttribute("transform", `translate(${camera.x.toFixed(2)} ${camera.y.toFixed(2)}) scale(${camera.scale.toFixed(4)})`);
  const seen = inWindow();
  const inside = tree.order.filter((claim) => nodeSeen(claim, seen));
  const many = inside.length > MOST;
  const wanted = many ? [] : inside;
  cardLayer.show(withNeighbours(wanted));
  const lines = many ? [] : LINES.map((_, number) => number).filter((number) => layout.lines[number] && lineSeen(number, seen));
  const frames = many ? [] : DATA.frames.map((_, number) => number).filter((number) => layout.frames[number]);
  const joints = many ? [] : DATA.joints.map((_, number) => number + CLAIMS.length).filter((node) => tree.shown[node] && nodeSeen(node, seen));
  frameLayer.show(frames);
  lineLayer.show(lines);
  headingLayer.show(frames);
  signLayer.show(lines.filter((number) => LINES[number].signs.length));
  jointLayer.show(joints);
  foldLayer.show(wanted.filter(canFold));
  paintOverview(many);
  if (!many) markWords();
}

/** Claims that are drawn, with those around the active one, in reading order. */
function withNeighbours(claims) {
  const { order } = state.tree;
  const at = order.indexOf(state.active);
  const wanted = new Set(claims);
  if (at < 0) return claims;
  for (const claim of order.slice(Math.max(at - NEAR, 0), at + NEAR + 1)) wanted.add(claim);
  return order.filter((claim) => wanted.has(claim));
}

/** What a screen reader says of a claim: all that one sees on its card, and what the claim bears on. */
function spoken({ said, shapes, text }) {
  const texts = shapes.filter(([look]) => DATA.looks[look][0] === "text").map(([, ...lines]) => reads(lines, text));
  const ended = texts.map((each) => (/[.!?…。！？]$/.test(each) ? each : `${each}.`));
  return said[0] + ended.join(" ") + said[1];
}

function makeCard(claim) {
  const { shapes, text, at } = CLAIMS[claim];
  const element = drawn("g", { class: "card", role: "treeitem", tabindex: -1, "aria-label": spoken(CLAIMS[claim]) });
  element.dataset.node = claim;
  drawn("rect", { class: "halo", x: -5, y: -5, width: at[2] + 10, height: at[3] + 10, rx: 8 }, element);
  const body = drawn("g", { "aria-hidden": true, class: "body" }, element);
  drawShapes(shapes, body, text);
  return element;
}

function placeCard(element, claim) {
  const { tree, folded, active, chosen } = state;
  movedTo(element, nodeX(claim), nodeY(claim));
  const facts = {
    "aria-level": tree.level[claim],
    "aria-posinset": tree.place[claim],
    "aria-setsize": tree.among.get(tree.parent[claim]),
    "aria-selected": CLAIMS[claim].id === chosen,
    tabindex: claim === active ? 0 : -1,
  };
  if (canFold(claim)) facts["aria-expanded"] = !folded.has(claim);
  for (const [name, value] of Object.entries(facts)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }
  element.classList.toggle("dim", isDim(claim));
  element.classList.toggle("match", state.matches !== null && state.matches.has(claim));
  element.classList.toggle("chosen", CLAIMS[claim].id === chosen);
}

const foldLayer = new Layer(drawn("g", { class: "folds", "aria-hidden": true }, world), (claim) => {
  const element = drawn("g", { class: "fold" });
  element.dataset.node = claim;
  return element;
}, (element, claim) => {
  const label = drawFold(element, claim);
  const [, , width, height] = CLAIMS[claim].at;
  const away = DATA.direction === "up" ? 0 : height; // where no arrow heads are
  movedTo(element, nodeX(claim) + width - widthOfFold(label) / 2 - 8, nodeY(claim) + away);
  element.classList.toggle("dim", isDim(claim));
  element.classList.toggle("hiding", state.hiding.has(claim));
});

const widthOfFold = (label) => Math.max(20, 10 + 7 * label.length);

/** The button on a card's edge that folds its branch: a minus, or how many claims are folded away. */
function drawFold(button, claim) {
  const hidden = state.folded.has(claim) ? branch(claim).filter((each) => !state.tree.shown[each]).length : -1;
  const label = hidden < 0 ? "−" : `+${hidden}`;
  if (button.dataset.label === label) return label;
  button.dataset.label = label;
  const wide = widthOfFold(label);
  button.replaceChildren();
  drawn("rect", { class: "reach", x: -wide / 2 - 4, y: -14, width: wide + 8, height: 28 }, button);
  drawn("rect", { class: "pill", x: -wide / 2, y: -9, width: wide, height: 18, rx: 9 }, button);
  drawn("text", { x: 0, y: 4 }, button).textContent = label;
  return label;
}

/** Marks the words that are sought in the cards that are drawn. */
function markWords() {
  for (const [claim, element] of cardLayer.elements) {
    const body = element.querySelector(".body");
    if (element.dataset.query === state.query) continue;
    element.dataset.query = state.query;
    for (const old of body.querySelectorAll(".hit")) old.remove();
    if (state.query && state.matches?.has(claim)) for (const line of body.querySelectorAll(".words")) markLine(line);
  }
}

function markLine(line) {
  const text = line.textContent;
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return;
  const size = parseFloat(line.parentNode.getAttribute("font-size"));
  for (const word of soughtWords()) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      const [first, last] = [line.getExtentOfChar(at), line.getExtentOfChar(at + word.length - 1)];
      const left = Math.min(first.x, last.x);
      const hit = drawn("rect", { class: "hit", x: left - 1, width: Math.max(first.x + first.width, last.x + last.width) - left + 2, y: line.getAttribute("y") - size * 0.95, height: size * 1.25, rx: 2 });
      line.parentNode.before(hit);
    }
  }
}
