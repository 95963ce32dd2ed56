/* From afar, where nobody could read a card, the map is one picture on a canvas: frames, lines, cards as boxes. */
const canvas = byId("overview");
const ink = canvas.getContext("2d");
let colours = null;

/** The colours of the palette as they are now; asked for again when day turns to night. */
function coloursNow() {
  if (!colours) {
    const style = getComputedStyle(document.documentElement);
    colours = (name) => (COLOUR.test(name) ? name : style.getPropertyValue(`--${name}`).trim());
  }
  return colours;
}

function paintOverview(many) {
  const ratio = devicePixelRatio || 1;
  const [width, height] = [Math.round(extent.width * ratio), Math.round(extent.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  else ink.clearRect(0, 0, width, height);
  canvas.hidden = !many;
  if (!many) return;
  const { x, y, scale } = state.camera;
  ink.setTransform(scale * ratio, 0, 0, scale * ratio, x * ratio, y * ratio);
  const seen = inWindow();
  overviewLines(seen, 1 / scale);
  overviewCards(seen, 1 / scale);
  ink.setTransform(1, 0, 0, 1, 0, 0);
}

/** One path for all lines of a colour: straight from start to end, as from afar nobody sees more. */
function overviewLines(seen, pixel) {
  const paths = new Map();
  LINES.forEach(({ points, look }, number) => {
    if (!state.layout.lines[number] || !lineSeen(number, seen)) return;
    const colour = DATA.looks[look][2];
    if (!paths.has(colour)) paths.set(colour, new Path2D());
    const path = paths.get(colour);
    const [x, y] = placeNow(points[0], points[1]);
    path.moveTo(x, y);
    for (let each = 2; each < points.length; each += 2) path.lineTo(...placeNow(points[each], points[each + 1]));
  });
  ink.lineWidth = pixel;
  for (const [colour, path] of paths) {
    ink.strokeStyle = coloursNow()(colour);
    ink.globalAlpha = 0.6;
    ink.stroke(path);
  }
  ink.globalAlpha = 1;
}

const ROLES = { main: "main", issue: "main", loose: "neutral" };
const BEARINGS = { support: "support", rebuttal: "rebuttal", undercut: "undercut", conflict: "conflict", answer: "main", warrant: "support" };

/** Cards as boxes in the colours of their stripes, paler where something else is sought. */
function overviewCards(seen, pixel) {
  for (const claim of state.tree.order) {
    if (!nodeSeen(claim, seen)) continue;
    const { at, role } = CLAIMS[claim];
    const [x, y] = [nodeX(claim), nodeY(claim)];
    const [width, height] = [Math.max(at[2], pixel), Math.max(at[3], pixel)];
    ink.globalAlpha = isDim(claim) ? 0.25 : 1;
    ink.fillStyle = coloursNow()("card");
    ink.fillRect(x, y, width, height);
    ink.fillStyle = coloursNow()(ROLES[role] ?? BEARINGS[role] ?? "neutral");
    if (state.matches?.has(claim) || claim === state.active) ink.fillRect(x, y, width, height);
    else ink.fillRect(x, y, Math.max(5, 2 * pixel), height);
    ink.lineWidth = pixel;
    ink.strokeStyle = coloursNow()("border");
    ink.strokeRect(x, y, width, height);
  }
  ink.globalAlpha = 1;
}
