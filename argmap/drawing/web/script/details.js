/* What there is to tell of a claim or a link: the wording, who says it, where, what bears on it, and how it fares. */
const panel = byId("details");
const KINDS = { support: "Support", rebuttal: "Objection", undercut: "Undercut", conflict: "Conflict", rephrase: "Rephrasing", preference: "Preference", answer: "Answer" };
const TOWARD = { support: "Supports", rebuttal: "Objects to", undercut: "Undercuts", conflict: "Can’t both stand with", rephrase: "Rephrases", preference: "Is preferred to", answer: "Answers" };
const FROM = { support: "Supported by", rebuttal: "Objected to by", undercut: "Undercut by", conflict: "Can’t both stand with", rephrase: "Rephrased by", preference: "Less preferred than", answer: "Answered by" };
const HEADS = new Set(["target", "original", "over", "issue"]);

/** Opens the panel with what there is to tell of this element; `focus` moves the keyboard there. */
function tell(id, { focus = false } = {}) {
  const node = claimOf(id);
  const link = LINKS.get(id);
  const claim = link || node < 0 ? null : CLAIMS[node];
  if (!claim && !link) return;
  state.chosen = id;
  byId("details-kind").textContent = claim ? kindOf(claim) : KINDS[link.kind];
  byId("details-body").replaceChildren(...(claim ? aboutClaim(claim) : aboutLink(link)));
  panel.hidden = false;
  panel.scrollTop = 0;
  if (node >= 0) {
    followAddress(id);
    reveal(node);
  }
  paintSoon();
  rememberSoon();
  if (focus) byId("details-kind").focus();
}

/** The address of the page names the claim that is told of, where a page has an address of its own. */
function followAddress(id) {
  try {
    if (location.hash !== hashOf(id)) history.replaceState(null, "", hashOf(id));
  } catch {
    // In a frame without an origin it can't.
  }
}

function kindOf({ role }) {
  if (role === "issue") return "Question";
  return role === "main" ? "Main claim" : "Claim";
}

/** Closes what is open: the panel, or else the search. */
function close() {
  if (!panel.hidden) {
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    state.chosen = null;
    repaint();
    if (inside) cardLayer.elements.get(state.active)?.focus({ preventScroll: true });
  } else if (byId("query").value) {
    byId("query").value = "";
    seek();
  }
  rememberSoon();
}

function aboutClaim(claim) {
  const parts = [];
  if (claim.title) parts.push(made("h3", { textContent: claim.title }));
  parts.push(made("p", { className: "wording", textContent: claim.text }));
  if (claim.mark) parts.push(fares(claim));
  parts.push(factList(claim, [
    ["Also put as", claim.wordings],
    ["Held as", [claim.stance, claim.implicit && "unstated: nobody said it aloud"]],
    ["Weight", [claim.weight]],
  ]));
  const tied = TIED.get(claim.id);
  for (const [words, side] of [[TOWARD, (roles) => roles.some((role) => !HEADS.has(role))], [FROM, (roles) => roles.some((role) => HEADS.has(role))]]) {
    for (const [kind, title] of Object.entries(words)) {
      if (kind === "conflict" && words === FROM) continue;
      const links = tied.filter((link) => link.kind === kind && side(link.ends.filter(([, end]) => end === claim.id).map(([role]) => role)));
      if (links.length) parts.push(...borneBy(title, links, claim.id, words === TOWARD));
    }
  }
  return parts;
}

/** A list of links of one kind, each with the claims at its other end. */
function borneBy(title, links, id, toward) {
  const items = links.map((link) => {
    const heads = link.ends.filter(([role]) => HEADS.has(role));
    const tails = link.ends.filter(([role]) => !HEADS.has(role));
    const others = link.kind === "conflict" ? tails.filter(([, end]) => end !== id) : toward ? heads : tails;
    const item = made("li", { className: link.kind }, ...others.map(([role, end]) => leads(end, role === "warrant" ? "licence: " : "")));
    const beside = tails.filter(([, end]) => end !== id);
    if (toward && link.kind !== "conflict" && beside.length) item.append(made("small", { textContent: "together with" }), ...beside.map(([, end]) => leads(end)));
    const notes = noted(link);
    if (notes) item.append(made("small", { textContent: notes }));
    if (link.mark) item.append(made("small", {}, badge(link), link.why ?? ""));
    if (hasMore(link)) item.append(made("button", { type: "button", className: "more", textContent: "About this step", onclick: () => tell(link.id, { focus: true }) }));
    return item;
  });
  return [made("h3", { textContent: title }), made("ul", { className: "bearing" }, ...items)];
}

const hasMore = (link) => NUMBER.has(link.id) || TIED.get(link.id).length || link.by || link.cites || link.tags || link.scheme;

function noted(link) {
  const scheme = link.scheme && DATA.schemes[link.scheme].name;
  const holds = link.strict && (link.kind === "support" ? "entails" : "rules out");
  return [link.label, scheme, holds, link.weight !== undefined && `weight ${link.weight}`, link.manner, link.contradictory && "contradictory"].filter(Boolean).join(" · ");
}

/** A button that goes to a claim, or tells of a link. */
function leads(id, before = "") {
  const node = NUMBER.get(id);
  const button = made("button", { type: "button", className: "leads", textContent: before + called(id, 160) });
  button.onclick = () => {
    if (node !== undefined && isClaim(node)) activate(node, { focus: false });
    tell(id, { focus: true });
  };
  return button;
}

function aboutLink(link) {
  const scheme = link.scheme ? DATA.schemes[link.scheme] : null;
  const sides = (title, wanted) => {
    const ends = link.ends.filter(([role]) => wanted.includes(role));
    return ends.length ? [made("h3", { textContent: title }), made("ul", { className: "bearing" }, ...ends.map(([, end]) => made("li", { className: link.kind }, leads(end))))] : [];
  };
  const against = TIED.get(link.id) ?? [];
  return [
    ...(link.mark ? [fares(link)] : []),
    factList(link, [
      ["Label", [link.label]],
      ["Scheme", [scheme?.name]],
      ["Critical questions", scheme?.questions],
      ["Holds", [link.strict && (link.kind === "support" ? "of necessity: it entails" : "of necessity: it rules out")]],
      ["Weight", [link.weight]],
      ["Manner", [link.manner, link.contradictory && "contradictory"]],
    ]),
    ...sides(link.kind === "conflict" ? "Between" : link.ends.filter(([role]) => role === "premise").length > 1 ? "Premises, together" : "From", ["premise", "side", "rephrasing", "preferred", "position"]),
    ...sides("Licensed by", ["warrant"]),
    ...sides(TOWARD[link.kind], link.kind === "conflict" ? [] : [...HEADS]),
    ...Object.entries(FROM).flatMap(([kind, title]) => {
      const links = against.filter((each) => each.kind === kind);
      return links.length ? borneBy(title, links, link.id, false) : [];
    }),
  ];
}

const badge = ({ mark, sign }) => made("span", { className: `mark ${sign ?? "strength"}`, textContent: mark });

function fares(element) {
  const told = made("div", { className: "fares" }, badge(element));
  if (element.rests) told.append(made("small", { textContent: element.rests }));
  if (element.why) told.append(made("p", { textContent: element.why }));
  return told;
}

/** A description list of what claims and links have in common, and of these `own` terms. */
function factList(element, own) {
  const list = made("dl");
  const add = (term, values) => {
    const said = (values ?? []).filter((value) => value || value === 0);
    if (said.length) list.append(made("dt", { textContent: term }), ...said.map((value) => made("dd", {}, value instanceof Node ? value : String(value))));
  };
  add("Said by", element.by?.map((id) => DATA.people[id]));
  add("Source", element.cites?.map(cited));
  for (const [term, values] of own) add(term, values);
  add("Tags", element.tags?.map((tag) => `#${tag}`));
  add("Group", [groups(element.group)]);
  return list;
}

function groups(id) {
  const titles = [];
  for (let each = DATA.groups[id]; each; each = DATA.groups[each.parent]) titles.unshift(each.title);
  return titles.join(" › ");
}

/** A citation: the source, which may be followed if its address is a safe one, the place in it and the quoted words. */
function cited({ source, quote, locator }) {
  const { title, url, address, authors, date } = DATA.sources[source];
  const parts = made("span");
  parts.append(url ? made("a", { href: url, rel: "noopener noreferrer", target: "_blank", textContent: title }) : title);
  const rest = [authors?.join(", "), date, locator, address].filter(Boolean).join(", ");
  if (rest) parts.append(` (${rest})`);
  if (quote) parts.append(made("q", { textContent: quote }));
  return parts;
}

const FAR = 12; // claims from a root on which the way there is cut short in the middle

/** The way from a root to the active claim, as buttons that lead back. */
function showTrail() {
  const way = state.active < 0 ? [] : wayTo(state.active);
  const told = way.length > FAR ? [way[0], -1, ...way.slice(2 - FAR)] : way;
  byId("trail").hidden = !way.length;
  byId("trail-list").replaceChildren(...told.map((claim) => made("li", {}, claim < 0 ? "…" : backTo(claim))));
  requestAnimationFrame(() => byId("trail-list").lastChild?.scrollIntoView({ inline: "end", block: "nearest" }));
}

function backTo(claim) {
  const { id } = CLAIMS[claim];
  const button = made("button", { type: "button", textContent: called(id, 36), title: called(id, 300), onclick: () => activate(claim) });
  if (claim === state.active) button.setAttribute("aria-current", "true");
  return button;
}
