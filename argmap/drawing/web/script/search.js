/* Search and filters: what is found stands out, the rest pales, and one goes from find to find. */
const query = byId("query");
const FILTERS = { speaker: byId("by-speaker"), tag: byId("by-tag"), verdict: byId("by-verdict") };

const WORDS = CLAIMS.map(({ id, text, title, wordings, by, tags }) =>
  [id, text, title ?? "", ...(wordings ?? []), ...(by ?? []).map((each) => DATA.people[each]), ...(tags ?? [])].join("\n").toLowerCase());

/** The words that are sought; what stands in quotation marks is one. */
function soughtWords() {
  return [...state.query.matchAll(/"([^"]+)"|(\S+)/g)].map((found) => found[1] ?? found[2]);
}

const FACT = {
  speaker: ({ by }) => by ?? [],
  tag: ({ tags }) => tags ?? [],
  verdict: ({ sign }) => (sign ? [sign] : []),
};

/** Finds the claims that have all the words and pass the filters. */
function seek() {
  state.query = query.value.trim().toLowerCase();
  const words = soughtWords();
  const filters = Object.entries(FILTERS).filter(([, { value }]) => value);
  const found = CLAIMS.map((_, claim) => claim).filter((claim) => CLAIMS[claim].of === undefined &&
    words.every((word) => WORDS[claim].includes(word)) && filters.every(([name, { value }]) => FACT[name](CLAIMS[claim]).includes(value)));
  state.matches = words.length || filters.length ? new Set(found) : null;
  noteHidden();
  byId("open-filters").classList.toggle("on", filters.length > 0);
  tellMatches();
  paintSoon();
  rememberSoon();
}

/** Notes the folded claims below which something that is found is hidden. */
function noteHidden() {
  const { matches, tree } = state;
  state.hiding = new Set();
  if (!matches) return;
  const standing = new Int32Array(CLAIMS.length); // for each claim the one that is shown for it
  for (const claim of WHOLE.order) {
    const above = WHOLE.parent[claim];
    standing[claim] = tree.shown[claim] || above < 0 ? claim : standing[above];
    if (!tree.shown[claim] && matches.has(claim)) state.hiding.add(standing[claim]);
  }
}

/** Says how many are found and at which of them one is. */
function tellMatches() {
  const { matches, active } = state;
  const found = matches ? WHOLE.order.filter((claim) => matches.has(claim)) : [];
  const at = found.indexOf(active) + 1;
  byId("hits").textContent = matches ? (at ? `${at} of ${found.length}` : `${found.length} found`) : "";
  for (const id of ["earlier", "later"]) byId(id).hidden = !found.length;
  return found;
}

/** Goes to the next find in reading order, or the one before; after the last one comes the first. */
function goOn(by) {
  const found = tellMatches();
  if (!found.length) return;
  const here = state.active < 0 ? -1 : STARTS[state.active];
  const later = found.find((claim) => STARTS[claim] > here) ?? found[0];
  const earlier = found.findLast((claim) => STARTS[claim] < here) ?? found.at(-1);
  const claim = by > 0 ? later : earlier;
  activate(claim, { focus: false });
  if (!panel.hidden) tell(CLAIMS[claim].id);
  tellMatches();
}

/** Puts what occurs into a filter, most used first; one with nothing to choose isn't there. */
function offer(name, label) {
  const counts = new Map();
  for (const claim of CLAIMS) for (const value of FACT[name](claim)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts].sort(([, one], [, other]) => other - one);
  FILTERS[name].append(...values.map(([value, count]) => made("option", { value, textContent: `${label(value)} (${count})` })));
  FILTERS[name].closest("label").hidden = !values.length;
  FILTERS[name].addEventListener("change", seek);
  return values.length;
}

query.addEventListener("input", () => {
  clearTimeout(query.waiting);
  query.waiting = setTimeout(seek, CLAIMS.length > 2000 ? 120 : 0);
});
query.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    clearTimeout(query.waiting);
    seek();
    goOn(event.shiftKey ? -1 : 1);
  } else if (event.key === "ArrowDown" && state.active >= 0) {
    event.preventDefault();
    activate(state.active);
  }
});
byId("earlier").onclick = () => goOn(-1);
byId("later").onclick = () => goOn(1);
byId("clear").onclick = () => {
  for (const filter of Object.values(FILTERS)) filter.value = "";
  seek();
};
const offered = [offer("speaker", (id) => DATA.people[id]), offer("tag", (tag) => `#${tag}`), offer("verdict", (verdict) => verdict)];
byId("open-filters").hidden = offered.every((count) => !count);
