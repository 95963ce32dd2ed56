// A map in a notebook: a click, or Enter or the space bar, on a claim chooses it; so does the program.

const CHOSEN = "argmap-chosen";

const STYLE = `
.argmap-widget { max-height: 80vh; overflow: auto; }
.argmap-widget [role="listitem"] { cursor: pointer; }
.argmap-widget [role="listitem"]:focus { outline: 2px solid currentColor; outline-offset: 2px; }
.argmap-widget .${CHOSEN} > :first-child { stroke-width: 4px; }
`;

function idOf(card, prefix) {
  return card.id.slice(`${prefix}-card-`.length);
}

function render({ model, el }) {
  const style = document.createElement("style");
  style.textContent = STYLE;
  const box = document.createElement("div");
  box.className = "argmap-widget";
  el.append(style, box);

  const cards = () => [...box.querySelectorAll('[role="listitem"]')];
  const prefix = () => model.get("prefix");

  function mark(scroll) {
    for (const card of cards()) {
      const chosen = idOf(card, prefix()) === model.get("selected");
      card.classList.toggle(CHOSEN, chosen);
      card.setAttribute("aria-current", String(chosen));
      if (chosen && scroll) card.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  function draw() {
    box.innerHTML = model.get("svg"); // argmap's own writer made it, and escapes every text
    for (const card of cards()) card.setAttribute("tabindex", "0");
    mark(false);
  }

  function choose(event) {
    const card = event.target.closest('[role="listitem"]');
    if (!card || event.target.closest("a")) return;
    const id = idOf(card, prefix());
    model.set("selected", id === model.get("selected") ? "" : id);
    model.save_changes();
    mark(false);
  }

  function press(event) {
    if (event.key !== "Enter" && event.key !== " ") return;
    choose(event);
    if (!event.target.closest("a")) event.preventDefault();
  }

  const moved = () => mark(true);
  box.addEventListener("click", choose);
  box.addEventListener("keydown", press);
  model.on("change:svg", draw);
  model.on("change:selected", moved);
  draw();
  return () => {
    model.off("change:svg", draw);
    model.off("change:selected", moved);
  };
}

export default { render };
