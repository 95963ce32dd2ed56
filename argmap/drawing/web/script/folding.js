/*
 * Folding keeps the layout: what stays keeps its order and its distances, and the room that what is hidden took is
 * closed up, across and down. Each axis has a map from places in the whole layout to places on the page that
 * only ever shortens gaps, so nothing can come to overlap, and unfolding gives back the very layout it was.
 */
const AROUND = 14; // px around a box that are never closed up
const GAP = 16; // px that are left of a gap

/** What takes room along an axis: nodes, ends of lines, edges and headings of frames, each from `low` to `high`. */
function roomTaken(axis) {
  const pieces = [];
  const take = (low, high, kind, number) => pieces.push({ low, high, kind, number });
  NODES.forEach(({ at }, number) => take(at[axis] - AROUND, at[axis] + at[axis + 2] + AROUND, "node", number));
  LINES.forEach(({ points }, number) => {
    for (let each = axis; each < points.length; each += 2) take(points[each] - 3, points[each] + 3, "line", number);
  });
  DATA.frames.forEach(({ at, room }, number) => {
    take(at[axis], at[axis] + Math.max(room[axis], 8), "frame", number);
    take(at[axis] + at[axis + 2] - 8, at[axis] + at[axis + 2], "frame", number);
  });
  pieces.sort((one, other) => one.low - other.low);
  const start = pieces.length ? pieces[0].low : 0;
  return { pieces, start, free: gaps(pieces, start, () => true) };
}

/** The stretches from `start` on where nothing that `counts` takes room. */
function gaps(pieces, start, counts) {
  const found = [];
  let end = start;
  for (const piece of pieces) {
    if (piece.high <= end || !counts(piece)) continue;
    if (piece.low > end) found.push([end, piece.low]);
    end = piece.high;
  }
  return found;
}

const AXES = [roomTaken(0), roomTaken(1)];

/** The map of an axis where only what `counts` takes room; a gap of the whole layout stays as wide as it is. */
function closedUp({ pieces, start, free }, counts) {
  const from = [start];
  const to = [start];
  let lost = 0;
  let next = 0;
  for (const [low, high] of gaps(pieces, start, counts)) {
    let longest = GAP;
    while (next < free.length && free[next][1] <= low) next++;
    for (; next < free.length && free[next][1] <= high; next++) longest = Math.max(longest, free[next][1] - free[next][0]);
    const kept = Math.min(high - low, longest);
    from.push(low, high);
    to.push(low - lost, low - lost + kept);
    lost += high - low - kept;
  }
  return { from, to };
}

/** Where a place on an axis comes to be. */
function moved({ from, to }, value) {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (from[middle] <= value) low = middle;
    else high = middle - 1;
  }
  const beyond = value - from[low];
  if (low + 1 === from.length || beyond <= 0) return to[low] + beyond;
  return to[low] + (beyond * (to[low + 1] - to[low])) / (from[low + 1] - from[low]);
}

/** The layout of what is shown: the maps of both axes, the frames and lines that are shown, and the size of it all. */
function arranged(tree) {
  const { shown } = tree;
  const lines = Uint8Array.from(LINES, ({ tail, head }) => shown[tail] & shown[head]);
  const frames = framesShown(shown);
  const counts = ({ kind, number }) => (kind === "node" ? shown[number] : kind === "line" ? lines[number] : frames[number]);
  const [across, down] = AXES.map((axis) => closedUp(axis, counts));
  const x = Float64Array.from(NODES, ({ at }) => moved(across, at[0]));
  const y = Float64Array.from(NODES, ({ at }) => moved(down, at[1]));
  const boxes = NODES.flatMap(({ at }, node) => (shown[node] ? [[x[node], y[node], x[node] + at[2], y[node] + at[3]]] : []));
  for (const [number, { at }] of DATA.frames.entries()) {
    if (frames[number]) boxes.push([moved(across, at[0]), moved(down, at[1]), moved(across, at[0] + at[2]), moved(down, at[1] + at[3])]);
  }
  return { across, down, x, y, lines, frames, bounds: bounds(boxes) };
}

/** Frames that hold something that is shown, themselves or in a frame inside. */
function framesShown(shown) {
  const numbers = new Map(DATA.frames.map((frame, number) => [frame.id, number]));
  const found = new Uint8Array(DATA.frames.length);
  NODES.forEach(({ group, frame = group }, node) => {
    let around = shown[node] ? frame : undefined;
    while (numbers.has(around) && !found[numbers.get(around)]) {
      found[numbers.get(around)] = 1;
      around = DATA.frames[numbers.get(around)].parent;
    }
  });
  return found;
}

/** The rectangle around all boxes, each from its left upper corner to its right lower one. */
function bounds(boxes) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y, xEnd, yEnd] of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, xEnd);
    bottom = Math.max(bottom, yEnd);
  }
  return left > right ? { left: 0, top: 0, width: 1, height: 1 } : { left, top, width: right - left, height: bottom - top };
}
