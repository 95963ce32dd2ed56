"use strict";
const byId = (id) => document.getElementById(id);
const PANEL = "argmap preview panel";

/** A new element with these properties, holding texts and elements; texts stay texts. */
function made(name, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

/** Shows the map anew: the new page is loaded behind the old one, and takes its place, its zoom and its folded branches. */
function showMap() {
  const frames = byId("frames");
  for (const late of frames.querySelectorAll(".coming")) late.remove();
  const old = frames.querySelector("iframe");
  const next = made("iframe", { className: "coming", title: "The map", src: `/map${old ? "" : location.hash}` });
  next.addEventListener("load", () => {
    const focused = document.activeElement === old && old !== null;
    next.className = "";
    if (old) old.remove();
    if (focused) next.focus();
  }, { once: true });
  frames.append(next);
}

function goTo(id) {
  const frame = byId("frames").querySelector("iframe:not(.coming)");
  if (!frame) return;
  const hash = `#claim-${encodeURIComponent(id)}`;
  frame.contentWindow.location.replace(`/map${hash}`);
  history.replaceState(null, "", hash);
  frame.focus();
}

function finding({ level, text }) {
  return made("li", { dir: "auto" }, made("span", { className: `level ${level}` }, level), ` ${text}`);
}

function verdict({ id, claim, verdict: said, why }) {
  const button = made("button", { type: "button", dir: "auto" }, claim);
  button.addEventListener("click", () => goTo(id));
  return made("li", {}, made("span", { className: `verdict ${said}` }, said), " ", button, made("p", { dir: "auto" }, why));
}

let drawn = "";

function tell(facts) {
  document.title = `${facts.title || facts.file} - argmap`;
  byId("file").textContent = facts.file;
  byId("counts").textContent = facts.counts;
  byId("error").hidden = !facts.error;
  byId("reason").textContent = facts.error;
  byId("found").textContent = facts.findings.length || "none";
  byId("by").textContent = facts.by || "none";
  byId("findings").replaceChildren(...facts.findings.map(finding));
  byId("verdicts").replaceChildren(...facts.verdicts.map(verdict));
  byId("more").textContent = facts.more ? `... and ${facts.more} more` : "";
  document.body.dataset.version = facts.version;
}

async function refresh() {
  const answer = await fetch("/facts.json");
  const facts = await answer.json();
  tell(facts);
  if (!facts.error || !drawn) {
    drawn = "once";
    showMap();
  }
}

function state(text, away) {
  byId("state").textContent = text;
  byId("state").className = away ? "away" : "";
}

function panel(open) {
  document.body.classList.toggle("alone", !open);
  byId("switch").setAttribute("aria-expanded", String(open));
  try {
    sessionStorage.setItem(PANEL, open ? "open" : "shut");
  } catch {
    // Storage may be forbidden: then the panel begins open.
  }
}

function panelBefore() {
  try {
    return sessionStorage.getItem(PANEL) !== "shut";
  } catch {
    return true;
  }
}

byId("switch").addEventListener("click", () => panel(document.body.classList.contains("alone")));
panel(panelBefore());
const events = new EventSource("/events");
events.addEventListener("open", () => state("live", false));
events.addEventListener("error", () => state("the server has gone", true));
events.addEventListener("message", () => refresh().catch(() => state("the server has gone", true)));
