/* Moving and zooming: wheel, drag, two fingers, buttons; what is under the pointer stays under it. */
const LEAST = 0.02;
const CLOSEST = 4;
const READABLE = 0.62; // below it a card is hard to read

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** Zooms by a factor around a point of the stage. */
function zoom(factor, x = extent.width / 2, y = extent.height / 2) {
  const { camera } = state;
  const scale = clamp(camera.scale * factor, LEAST, CLOSEST);
  const by = scale / camera.scale;
  Object.assign(camera, { x: x - (x - camera.x) * by, y: y - (y - camera.y) * by, scale });
  lookedElsewhere();
}

function pan(x, y) {
  state.camera.x += x;
  state.camera.y += y;
  lookedElsewhere();
}

function lookedElsewhere() {
  keepInReach();
  paintSoon();
  rememberSoon();
}

/** This window, moved so that some of the map stays in it, wherever one drags it. */
function inReach({ x, y, scale }) {
  const { left, top, width, height } = state.layout.bounds;
  const margin = 60;
  return {
    scale,
    x: clamp(x, margin - (left + width) * scale, extent.width - margin - left * scale),
    y: clamp(y, margin - (top + height) * scale, extent.height - margin - top * scale),
  };
}

const keepInReach = () => Object.assign(state.camera, inReach(state.camera));

/** The room of the stage that nothing covers. */
function freeRoom() {
  const { width, height } = extent;
  const panel = byId("details");
  if (panel.hidden) return { width, height };
  const box = panel.getBoundingClientRect();
  const below = box.width > width * 0.8;
  return below ? { width, height: Math.max(height - box.height, 80) } : { width: Math.max(width - box.width, 80), height };
}

/** The window that shows all of the map. */
function windowAround() {
  const { left, top, width, height } = state.layout.bounds;
  const room = freeRoom();
  const scale = clamp(Math.min((room.width - 48) / width, (room.height - 48) / height), LEAST, 1.25);
  return { scale, x: (room.width - width * scale) / 2 - left * scale, y: (room.height - height * scale) / 2 - top * scale };
}

/** The window that shows all of the map if it can be read so; else its beginning, as large as it has to be. */
function beginning() {
  const { left, top, width, height } = state.layout.bounds;
  const room = freeRoom();
  const whole = Math.min((room.width - 48) / width, (room.height - 48) / height);
  if (whole >= READABLE || !state.tree.order.length) return windowAround();
  const scale = clamp((room.width - 24) / Math.min(width, CLAIMS[ROOTS[0]].at[2] * 2.4), READABLE, 1);
  const first = ROOTS[0];
  const middle = nodeX(first) + CLAIMS[first].at[2] / 2;
  const wide = width * scale > room.width - 24;
  const x = wide ? clamp(room.width / 2 - middle * scale, room.width - 24 - (left + width) * scale, 24 - left * scale) : (room.width - width * scale) / 2 - left * scale;
  const high = height * scale > room.height - 48;
  const down = (nodeY(first) + CLAIMS[first].at[3] / 2) * scale;
  const y = high ? clamp(room.height / 3 - down, room.height - 24 - (top + height) * scale, 24 - top * scale) : (room.height - height * scale) / 2 - top * scale;
  return { scale, x, y };
}

/** Shows all of the map. */
const fit = () => glide(windowAround());

/** Shows the beginning of the map. */
function begin() {
  state.began = inReach(beginning());
  glide(state.began);
}

/** Whether the window is where the map began, and nothing is told of: then a window of another size begins anew. */
const isUntouched = () => state.chosen === null && ["x", "y", "scale"].every((part) => state.camera[part] === state.began?.[part]);

/** Moves the window so that a claim is well inside, and no more than that takes. */
function reveal(claim) {
  const { camera } = state;
  const room = freeRoom();
  const { at } = CLAIMS[claim];
  const scale = Math.max(camera.scale, Math.min(READABLE, (room.width - 32) / at[2]));
  const [x, y] = [state.layout.x[claim] * scale, state.layout.y[claim] * scale];
  const [width, height] = [at[2] * scale, at[3] * scale];
  const grown = scale !== camera.scale;
  const along = (offset, place, size, length) => {
    const margin = clamp((length - size) / 2, 0, 56);
    if (grown) return length / 2 - place - size / 2;
    return clamp(offset, margin - place, Math.max(length - margin - place - size, margin - place));
  };
  glide({ scale, x: along(camera.x, x, width, room.width), y: along(camera.y, y, height, room.height) });
}

let gliding = 0;

/** Moves the window there, in a moment or at once. */
function glide(to) {
  cancelAnimationFrame(gliding);
  const from = { ...state.camera };
  animate((progress) => {
    for (const part of ["x", "y", "scale"]) state.camera[part] = progress === 1 ? to[part] : from[part] + (to[part] - from[part]) * progress;
    lookedElsewhere();
  }, (frame) => { gliding = frame; });
}

const MOMENT = 260; // ms

/** Calls `step` with 0 to 1 frame by frame, or once with 1 where motion isn't wanted. */
function animate(step, keep) {
  if (calm.matches || document.hidden || !state.ready) return step(1);
  const start = performance.now();
  const next = (now) => {
    const progress = clamp((now - start) / MOMENT, 0, 1);
    step(1 - (1 - progress) ** 3);
    if (progress < 1) keep(requestAnimationFrame(next));
  };
  return keep(requestAnimationFrame(next));
}

/** A mouse's wheel zooms; a touchpad moves the map with two fingers and zooms with a pinch. */
function onWheel(event) {
  event.preventDefault();
  const box = stage.getBoundingClientRect();
  const unit = event.deltaMode === 0 ? 1 : event.deltaMode === 1 ? 24 : extent.height;
  const [right, down] = [event.deltaX * unit, event.deltaY * unit];
  const turned = !event.deltaX && Math.abs(down) >= 50 && !event.shiftKey;
  if (event.ctrlKey || event.metaKey || turned) {
    zoom(Math.exp(-clamp(down, -120, 120) * (turned ? 0.002 : 0.01)), event.clientX - box.left, event.clientY - box.top);
  } else if (event.shiftKey && !right) pan(-down, 0);
  else pan(-right, -down);
}

const fingers = new Map();
let travelled = 0;
let slack = 0; // px that a mouse or a finger may stray in a click

function onDown(event) {
  if (event.button > 0) return;
  cancelAnimationFrame(gliding);
  if (!fingers.size) travelled = 0;
  slack = event.pointerType === "mouse" ? 5 : 14;
  fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
}

function onMove(event) {
  const finger = fingers.get(event.pointerId);
  if (!finger) return;
  const before = span();
  const [right, down] = [event.clientX - finger.x, event.clientY - finger.y];
  travelled += Math.abs(right) + Math.abs(down);
  Object.assign(finger, { x: event.clientX, y: event.clientY });
  if (travelled < slack) return;
  if (!stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
  const after = span();
  pan(after.x - before.x, after.y - before.y);
  if (fingers.size > 1 && before.length > 0) {
    const box = stage.getBoundingClientRect();
    zoom(after.length / before.length, after.x - box.left, after.y - box.top);
  }
}

function onUp(event) {
  fingers.delete(event.pointerId);
}

/** The middle of the fingers on the stage, and how far they are apart. */
function span() {
  const [one, other = one] = [...fingers.values()];
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, length: Math.hypot(one.x - other.x, one.y - other.y) };
}

stage.addEventListener("wheel", onWheel, { passive: false });
stage.addEventListener("pointerdown", onDown);
stage.addEventListener("pointermove", onMove);
stage.addEventListener("pointerup", onUp);
stage.addEventListener("pointercancel", onUp);
