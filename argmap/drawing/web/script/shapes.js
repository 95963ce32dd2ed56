/* Shapes as the map's drawing made them: rectangles, paths, texts, each with a look of the table. */
const COLOUR = /^#[0-9a-f]{6}$/;

/** Gives an element a colour of the palette by a class, which follows day and night, or a colour of its own. */
function paintedWith(element, use, colour) {
  if (colour === null) element.setAttribute(use, "none");
  else if (COLOUR.test(colour)) element.setAttribute(use, colour);
  else element.classList.add(`${use[0]}-${colour}`);
}

function outlined(element, fill, stroke, line, dash) {
  paintedWith(element, "fill", fill);
  if (stroke === null) return;
  paintedWith(element, "stroke", stroke);
  element.setAttribute("stroke-width", line);
  if (dash.length) element.setAttribute("stroke-dasharray", dash.join(" "));
}

const SHAPE = {
  rect(parent, [radius, ...paint], [x, y, width, height]) {
    outlined(drawn("rect", { x, y, width, height, rx: radius }, parent), ...paint);
  },
  path(parent, paint, [d]) {
    outlined(drawn("path", { d }, parent), ...paint);
  },
  text(parent, [size, fill, bold, rtl], lines, wording) {
    const text = drawn("text", { "font-size": size, class: rtl ? "rtl" : "ltr" }, parent);
    parent.append(" "); // so that what is copied or read has words apart
    if (bold) text.setAttribute("font-weight", 700);
    paintedWith(text, "fill", fill);
    lines.forEach((line, number) => {
      const [x, y, width] = line;
      const part = drawn("tspan", { x, y, class: "words" }, text);
      if (width) {
        part.setAttribute("textLength", width);
        part.setAttribute("lengthAdjust", "spacingAndGlyphs");
      }
      part.textContent = wordsOf(line, wording);
      if (number + 1 < lines.length) drawn("tspan", { class: "between" }, text).textContent = between(line, lines[number + 1], wording);
    });
  },
};

/** The words of a line of a text. */
const wordsOf = ([, , , ...words], wording) => (words.length === 1 ? words[0] : wording.slice(words[0], words[1]));

/** What stands between two lines where a text isn't broken: nothing, if a word is. */
function between(line, next, wording) {
  const [, , , , end] = line;
  if (end === undefined || next.length < 5) return " ";
  return wording.slice(end, next[3]).replace(/\s+/g, " ");
}

/** The text of a shape that is one, as it reads. */
const reads = (lines, wording) =>
  lines.map((line, number) => wordsOf(line, wording) + (number + 1 < lines.length ? between(line, lines[number + 1], wording) : "")).join("");

/** Draws shapes at the end of `parent`. */
function drawShapes(shapes, parent, wording = "") {
  for (const [look, ...values] of shapes) {
    const [kind, ...paint] = DATA.looks[look];
    SHAPE[kind](parent, paint, values, wording);
  }
}

/** The points of a line at its places now, and its commands. */
function lineNow(line, place) {
  const now = new Array(line.points.length);
  for (let each = 0; each < now.length; each += 2) [now[each], now[each + 1]] = place(line.points[each], line.points[each + 1]);
  let at = 0;
  let d = "";
  for (const letter of line.letters) {
    const count = letter === "C" ? 6 : letter === "Z" ? 0 : 2;
    d += letter + now.slice(at, at + count).map((value) => value.toFixed(1)).join(" ");
    at += count;
  }
  return { d, now };
}

/** The angle in degrees, clockwise from straight up, at which a line of these points arrives at its tip. */
function arrival(points, [x, y]) {
  for (let each = points.length - 2; each >= 0; each -= 2) {
    const [right, down] = [x - points[each], y - points[each + 1]];
    if (Math.hypot(right, down) > 0.5) return (Math.atan2(right, -down) * 180) / Math.PI;
  }
  return 0;
}

const PIECES = 24; // straight pieces of a curve, to find a place on it

/** The points of a line with every straight piece as a curve: a start, and three points for each piece. */
function curves({ letters }, now) {
  const points = [[now[0], now[1]]];
  let at = 2;
  for (const letter of letters.slice(1)) {
    const end = letter === "C" ? 6 : 2;
    const piece = now.slice(at, at + end);
    if (letter === "C") points.push([piece[0], piece[1]], [piece[2], piece[3]], [piece[4], piece[5]]);
    else {
      const [x, y] = points.at(-1);
      const [right, down] = [piece[0] - x, piece[1] - y];
      points.push([x + right / 3, y + down / 3], [x + (2 * right) / 3, y + (2 * down) / 3], [piece[0], piece[1]]);
    }
    at += end;
  }
  return points;
}

/** The first point of a line that is so far off the border where it begins, or its middle. */
function clearOfStart(points, distance) {
  const [x, y] = points[0];
  const next = points.find(([px, py]) => Math.hypot(x - px, y - py) > 0.5) ?? [x, y + 1];
  const length = Math.hypot(x - next[0], y - next[1]);
  const [dx, dy] = [(x - next[0]) / length, (y - next[1]) / length];
  const count = (points.length - 1) / 3;
  const last = Math.floor((count * PIECES * 2) / 3);
  for (let piece = 1; piece < last; piece++) {
    const [px, py] = onCurve(points, piece / PIECES);
    if ((x - px) * dx + (y - py) * dy >= distance) return [px, py];
  }
  return onCurve(points, count / 2);
}

/** The point after so many pieces of a line, a whole number of them and a part. */
function onCurve(points, pieces) {
  const first = Math.min(Math.floor(pieces), (points.length - 4) / 3);
  const t = pieces - first;
  const u = 1 - t;
  const [a, b, c, d] = points.slice(3 * first, 3 * first + 4);
  const at = (axis) => u * u * u * a[axis] + 3 * u * u * t * b[axis] + 3 * u * t * t * c[axis] + t * t * t * d[axis];
  return [at(0), at(1)];
}
