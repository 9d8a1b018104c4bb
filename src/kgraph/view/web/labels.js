// Labels as on a map: always of readable size, the important ones first, none on top of another or of a symbol.

const SIZE = 12.5;
const LINE = 15;
const LANDMARKS = 40;
const MOST_TRIED = 320;
const MOST_NAMES = 160;
const CELL = 64;
const centers = new Set(data.about.communities.map((community) => community.center));
const isProvince = (node) => node.class === "AdministrativeUnit" && node.level === "province";
const weight = (node) => (centers.has(node.id) ? 100 : 0) + (isProvince(node) ? 60 : 0) + drawn.get(node.id).size + node.degree / 1000;
const importance = [...data.nodes].sort((a, b) => weight(b) - weight(a));
const landmarks = new Set(importance.slice(0, LANDMARKS).map((node) => node.id));

/** Boxes on the canvas that are taken, found again by the cells they touch. */
function takenBoxes() {
  const cells = new Map();
  const visit = ({ left, top, right, bottom }, each) => {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) if (each(x * 4096 + y)) return true;
    }
    return false;
  };
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    take: (box, owner) =>
      visit(box, (key) => {
        const here = cells.get(key);
        if (here) here.push({ box, owner });
        else cells.set(key, [{ box, owner }]);
        return false;
      }),
    free: (box, owner) => !visit(box, (key) => cells.get(key)?.some((other) => (!owner || other.owner !== owner) && meets(box, other.box))),
  };
}

const widths = new Map();

function widthOf(context, line) {
  const key = `${context.font}\n${line}`;
  if (!widths.has(key)) widths.set(key, context.measureText(line).width);
  return widths.get(key);
}

const fontOf = (node) => `${node.class === "Campaign" ? "italic " : ""}${isPerson(node) ? 600 : 400} ${SIZE}px ${palette.get("sans")}`;

const linesOf = (id) => scene.placed.get(id)?.label ?? drawn.get(id).label.split("\n");

/** Boxes where the label of a node may stand: under it, over it, right, left; the wanted side first, or alone. */
function candidates(point, radius, width, height, { side, only }) {
  const gap = radius + 3;
  const at = (left, top, align) => ({ left: left - 2, top: top - 1, right: left + width + 2, bottom: top + height + 1, align });
  const boxes = [
    at(point.x - width / 2, point.y + gap, "center"),
    at(point.x - width / 2, point.y - gap - height, "center"),
    at(point.x + gap, point.y - height / 2, "left"),
    at(point.x - gap - width, point.y - height / 2, "right"),
  ];
  if (only) return boxes.filter((box) => box.align === side).map((box) => ({ ...box, top: box.top + 1, bottom: box.bottom - 1 }));
  return side ? boxes.sort((a, b) => (b.align === side) - (a.align === side)) : boxes;
}

function write(context, lines, box, colour) {
  const x = { left: box.left + 2, center: (box.left + box.right) / 2, right: box.right - 2 }[box.align];
  context.textAlign = box.align;
  context.fillStyle = colour;
  lines.forEach((line, row) => {
    const y = box.top + 1 + LINE * (row + 0.5);
    context.strokeText(line, x, y);
    context.fillText(line, x, y);
  });
}

/** Writes the label of a node where it meets nothing; a landmark may cover small symbols, what `must` be seen anything. */
function writeNode(context, { node, point, radius }, taken, symbols, must) {
  const lines = linesOf(node.id);
  context.font = fontOf(node);
  const width = Math.max(...lines.map((line) => widthOf(context, line)));
  const boxes = candidates(point, radius, width, LINE * lines.length, scene.placed.get(node.id));
  const inside = ({ left, right }) => (left >= 0 && right <= canvas.clientWidth) || point.x < 0 || point.x > canvas.clientWidth;
  const possible = boxes.filter((each) => inside(each) && taken.free(each, node.id));
  const clear = possible.find((each) => symbols.free(each, node.id));
  const box = clear ?? (landmarks.has(node.id) ? possible[0] : undefined) ?? (must ? (possible[0] ?? boxes[0]) : undefined);
  if (!box) return;
  taken.take(box);
  write(context, lines, box, palette.get("ink"));
}

const nameOf = (edge) => edge.name ?? relationWord(edge.relation, "verb");

function writeEdge(context, edge, taken, symbols, must) {
  const line = network.body.edges[edge.id];
  const text = nameOf(edge);
  if (!line?.connected || !text) return;
  const [from, to] = [line.from, line.to].map((end) => network.canvasToDOM(end));
  const middle = network.canvasToDOM(line.edgeType.getPoint(0.5));
  context.font = `italic ${SIZE - 1}px ${palette.get("sans")}`;
  const width = widthOf(context, text);
  if (!must && Math.hypot(from.x - to.x, from.y - to.y) < Math.min(width, 70)) return;
  const box = {
    left: middle.x - width / 2 - 2,
    right: middle.x + width / 2 + 2,
    top: middle.y - LINE / 2,
    bottom: middle.y + LINE / 2,
    align: "center",
  };
  if (!must && !(taken.free(box) && symbols.free(box))) return;
  taken.take(box);
  write(context, [text], box, palette.get("muted"));
}

/** The nodes that are on the screen, with place and radius there, the important first. */
function onScreen(near) {
  const [scale, { clientWidth: width, clientHeight: height }] = [network.getScale(), canvas];
  const origin = network.canvasToDOM({ x: 0, y: 0 });
  const found = [];
  for (const node of importance) {
    const place = scene.here.has(node.id) && placeOf(node.id);
    if (!place) continue;
    const { x, y, options } = place;
    const point = { x: origin.x + x * scale, y: origin.y + y * scale };
    if (point.x < -20 || point.y < -20 || point.x > width + 20 || point.y > height + 20) continue;
    if (near && !near.nodes.has(node.id) && node.id !== state.hovered) continue;
    found.push({ node, point, radius: options.size * scale });
  }
  return found;
}

let moving = false;
network.on("dragStart", () => (moving = true));
network.on("dragEnd", () => {
  moving = false;
  network.redraw();
});

/** Draws over everything in pixels of the screen, whatever the zoom; while the reader drags a large graph, only what matters most. */
function writeLabels(context) {
  const ratio = context.canvas.width / context.canvas.clientWidth;
  const near = focus();
  const visible = onScreen(near);
  const first = visible.filter(
    ({ node }) => node.id === state.node || node.id === state.hovered || node.id === state.focus || node.id === cursor,
  );
  const [taken, symbols] = [takenBoxes(), takenBoxes()];
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  Object.assign(context, { textBaseline: "middle", lineJoin: "round", lineWidth: 4, strokeStyle: palette.get("paper") });
  writeGround(context, taken);
  for (const { node, point, radius } of visible) {
    const box = { left: point.x - radius, right: point.x + radius, top: point.y - radius, bottom: point.y + radius };
    (landmarks.has(node.id) ? taken : symbols).take(box, node.id);
  }
  first.forEach((each) => writeNode(context, each, taken, symbols, true));
  const told = [state.hovered, state.edge].map((id) => scene.lines.get(id)).filter(Boolean);
  told.forEach((edge) => writeEdge(context, edge, taken, symbols, true));
  const tried = visible.slice(0, moving && scene.nodes.length > 800 ? 40 : MOST_TRIED);
  tried.filter((each) => !first.includes(each)).forEach((each) => writeNode(context, each, taken, symbols, false));
  const named = near ? scene.edges.filter((edge) => near.edges.has(edge.id)) : scene.named ? scene.edges.filter((edge) => !edge.quiet) : [];
  named.slice(0, MOST_NAMES).forEach((edge) => writeEdge(context, edge, taken, symbols, false));
  context.restore();
}

network.on("afterDrawing", (context) => {
  drawVeil(context);
  writeLabels(context);
});
