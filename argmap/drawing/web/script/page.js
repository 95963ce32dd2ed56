/* The page as a whole: buttons, links into it, day and night, paper. */
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

/** The place of a claim in the page's address. */
const hashOf = (id) => `#claim-${encodeURIComponent(id)}`;

/** The claim that the address names, or -1. */
function addressed() {
  let name = location.hash.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch {
    // A stray % is a % then.
  }
  const short = name.startsWith("claim-") ? claimOf(name.slice(6)) : -1;
  return short >= 0 ? short : claimOf(name);
}

function goToAddress() {
  const claim = addressed();
  if (claim < 0) return false;
  activate(claim, { focus: false });
  tell(CLAIMS[claim].id);
  return true;
}

/** Day and night by turns; what the system wants counts until somebody chooses. */
function switchMode() {
  const night = root.dataset.mode === "night" || (root.dataset.mode === "auto" && dark.matches);
  root.dataset.mode = night ? "day" : "night";
  modeChanged();
  rememberSoon();
}

function modeChanged() {
  colours = null;
  const night = root.dataset.mode === "night" || (root.dataset.mode === "auto" && dark.matches);
  byId("mode").setAttribute("aria-pressed", night);
  paintSoon();
}

/** On paper is all that is unfolded, as large as the page allows, whatever the window shows. */
function toPaper() {
  settle();
  repaint();
  const { left, top, width, height } = state.layout.bounds;
  for (const layer of [frameLayer, lineLayer, headingLayer, signLayer, jointLayer, foldLayer, cardLayer]) layer.show([]);
  const { tree, layout } = state;
  const numbers = (shown) => [...shown].flatMap((each, number) => (each ? [number] : []));
  frameLayer.show(numbers(layout.frames));
  headingLayer.show(numbers(layout.frames));
  lineLayer.show(numbers(layout.lines));
  signLayer.show(numbers(layout.lines).filter((number) => LINES[number].signs.length));
  jointLayer.show(numbers(tree.shown).filter((node) => !isClaim(node)));
  cardLayer.show(tree.order);
  world.removeAttribute("transform");
  picture.setAttribute("viewBox", [left - 20, top - 20, width + 40, height + 40].join(" "));
}

function fromPaper() {
  picture.removeAttribute("viewBox");
  repaint();
}

function drawKey() {
  const { size: [width, height], shapes } = DATA.key;
  const key = byId("key");
  key.hidden = !shapes.length;
  const group = drawn("svg", { width: width + 4, height: height + 4, viewBox: `-2 -2 ${width + 4} ${height + 4}`, role: "img", "aria-label": `Key: ${keyWords(shapes)}` });
  drawShapes(shapes, group);
  key.append(group);
}

const keyWords = (shapes) => shapes.filter(([look]) => DATA.looks[look][0] === "text").map(([, line]) => line[3]).join(", ");

byId("fit").onclick = fit;
byId("closer").onclick = () => zoom(1.3);
byId("farther").onclick = () => zoom(1 / 1.3);
byId("mode").onclick = switchMode;
byId("open-help").onclick = () => byId("help").showModal();
byId("close-help").onclick = () => byId("help").close();
byId("close-details").onclick = close;
byId("fold-all").onclick = () => { foldBelow(1); if (state.tree.order.length) begin(); };
byId("unfold-all").onclick = () => foldBelow(Infinity);
byId("open-filters").onclick = () => {
  const open = byId("filters").toggleAttribute("hidden");
  byId("open-filters").setAttribute("aria-expanded", !open);
};
dark.addEventListener("change", modeChanged);
addEventListener("hashchange", goToAddress);
addEventListener("pagehide", remember);
addEventListener("beforeprint", toPaper);
addEventListener("afterprint", fromPaper);
/** Shows what was shown before, or the beginning, and the claim that the address names. */
function arrive() {
  state.ready = false; // nothing moves on its way there
  if (!recall(remembered())) {
    const level = firstLevel();
    state.folded = new Set(Number.isFinite(level) ? WHOLE.order.filter((claim) => canFold(claim) && WHOLE.level[claim] >= level) : []);
    rearrange();
    state.active = ROOTS[0] ?? -1;
    showTrail();
    measureStage();
    begin();
  }
  byId("key").open = extent.width > 700;
  if (addressed() >= 0 && state.chosen !== CLAIMS[addressed()].id) goToAddress();
  state.ready = true;
}

/** A page that was in a closed tab arrives when it is opened; one that nobody has moved yet begins anew. */
function resized() {
  if (!measureStage()) return;
  if (!state.seen) {
    state.seen = true;
    state.chosen = null;
    arrive();
  } else if (isUntouched()) {
    state.began = inReach(beginning());
    Object.assign(state.camera, state.began);
  }
  lookedElsewhere();
}

state.seen = measureStage();
drawKey();
arrive();
measureStage();
modeChanged();
repaint();
showTrail();
new ResizeObserver(resized).observe(stage);
root.dataset.ready = "yes";
requestAnimationFrame(() => performance.mark("argmap drawn"));
