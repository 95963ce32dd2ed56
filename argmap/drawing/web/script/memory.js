/*
 * A page that is loaded anew in the same tab shows what it showed: folded branches, the window, what is chosen and sought,
 * day or night. It is kept in the session's storage under "argmap " and the page's path, as JSON:
 * {folded: [id], seen: {id, x, y, scale} (a claim and where it was in the window), active, chosen, query, mode}.
 * Ids that a newer map doesn't have are forgotten, so a live preview may simply load the page again.
 */
const PLACE = `argmap ${location.pathname}`;
let remembering = 0;

function rememberSoon() {
  clearTimeout(remembering);
  if (state.ready) remembering = setTimeout(remember, 150);
}

function remember() {
  if (!state.seen) return; // what was kept is still to be shown
  const { camera, folded, active, chosen, layout } = state;
  const seen = seenFirst();
  const kept = {
    known: CLAIMS.map(({ id }) => id).length,
    folded: [...folded].map((claim) => CLAIMS[claim].id),
    seen: seen < 0 ? null : {
      id: CLAIMS[seen].id,
      x: camera.x + layout.x[seen] * camera.scale,
      y: camera.y + layout.y[seen] * camera.scale,
      scale: camera.scale,
    },
    active: active < 0 ? null : CLAIMS[active].id,
    chosen: panel.hidden ? null : chosen,
    query: query.value,
    mode: document.documentElement.dataset.mode,
  };
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(kept));
  } catch {
    // Storage may be forbidden or full: then the page begins anew.
  }
}

/** The claim nearest to the middle of the window. */
function seenFirst() {
  const { camera, layout, tree } = state;
  const [x, y] = [(extent.width / 2 - camera.x) / camera.scale, (extent.height / 2 - camera.y) / camera.scale];
  let [nearest, least] = [-1, Infinity];
  for (const claim of tree.order) {
    const distance = Math.hypot(layout.x[claim] - x, layout.y[claim] - y);
    if (distance < least) [nearest, least] = [claim, distance];
  }
  return nearest;
}

/** What was kept, or null. */
function remembered() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PLACE));
    return kept && typeof kept === "object" && Array.isArray(kept.folded) ? kept : null;
  } catch {
    return null;
  }
}

const claimOf = (id) => (NUMBER.has(id) && isClaim(NUMBER.get(id)) ? NUMBER.get(id) : -1);

/** Shows again what was kept; says whether it could. */
function recall(kept) {
  if (!kept) return false;
  state.folded = new Set(kept.folded.map(claimOf).filter((claim) => claim >= 0 && canFold(claim)));
  rearrange();
  state.active = state.tree.shown[claimOf(kept.active)] ? claimOf(kept.active) : state.active;
  if (["auto", "day", "night"].includes(kept.mode)) document.documentElement.dataset.mode = kept.mode;
  query.value = typeof kept.query === "string" ? kept.query : "";
  if (query.value) seek();
  const at = claimOf(kept.seen?.id);
  if (at >= 0 && state.tree.shown[at]) {
    const { x, y, scale } = kept.seen;
    Object.assign(state.camera, { scale, x: x - state.layout.x[at] * scale, y: y - state.layout.y[at] * scale });
    keepInReach();
  } else begin();
  if (kept.chosen) tellAgain(kept.chosen);
  return true;
}

/** Opens the panel as it was, without moving the window. */
function tellAgain(id) {
  const { camera } = state;
  const before = { ...camera };
  tell(id);
  Object.assign(camera, before);
}
