// Labels as on a map: always of readable size, the important ones first, none on top of another or of a symbol.

const SIZE = 12.5;
const LINE = 15;
const LANDMARKS = 24;
const centers = new Set(data.about.communities.map((community) => community.center));
const weight = (node) => (centers.has(node.id) ? 100 : 0) + drawn.get(node.id).size + node.degree / 1000;
const importance = [...data.nodes].sort((a, b) => weight(b) - weight(a));
const landmarks = new Set(importance.slice(0, LANDMARKS).map((node) => node.id));

/** Boxes on the canvas that are taken, found again by the cells they touch. */
function takenBoxes() {
  const cells = new Map();
  const keys = ({ left, top, right, bottom }) => {
    const found = [];
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x += 1) {
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y += 1) found.push(`${x},${y}`);
    }
    return found;
  };
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    take: (box, owner) => keys(box).forEach((key) => cells.set(key, [...(cells.get(key) ?? []), { ...box, owner }])),
    free: (box, owner) => !keys(box).some((key) => (cells.get(key) ?? []).some((other) => (!owner || other.owner !== owner) && meets(box, other))),
  };
}

const widths = new Map();

function widthOf(context, line) {
  const key = `${context.font}\n${line}`;
  if (!widths.has(key)) widths.set(key, context.measureText(line).width);
  return widths.get(key);
}

const fontOf = (node) => `${node.class === "Campaign" ? "italic " : ""}${node.class === "Official" ? 600 : 400} ${SIZE}px ${palette.get("sans")}`;

/** Boxes where the label of a node may stand: under it, over it, right, left. */
function candidates(point, radius, width, height) {
  const gap = radius + 3;
  const at = (left, top, align) => ({ left: left - 2, top: top - 1, right: left + width + 2, bottom: top + height + 1, align });
  return [
    at(point.x - width / 2, point.y + gap, "center"),
    at(point.x - width / 2, point.y - gap - height, "center"),
    at(point.x + gap, point.y - height / 2, "left"),
    at(point.x - gap - width, point.y - height / 2, "right"),
  ];
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
function writeNode(context, node, taken, symbols, must) {
  const point = screenPoint(node.id);
  const lines = drawn.get(node.id).label.split("\n");
  context.font = fontOf(node);
  const width = Math.max(...lines.map((line) => widthOf(context, line)));
  const boxes = candidates(point, radiusOf(node.id), width, LINE * lines.length);
  const inside = ({ left, right }) => (left >= 0 && right <= context.canvas.clientWidth) || point.x < 0 || point.x > context.canvas.clientWidth;
  const possible = boxes.filter((each) => inside(each) && taken.free(each, node.id));
  const clear = possible.find((each) => symbols.free(each, node.id));
  const box = clear ?? (landmarks.has(node.id) ? possible[0] : undefined) ?? (must ? (possible[0] ?? boxes[0]) : undefined);
  if (!box) return;
  taken.take(box);
  write(context, lines, box, palette.get("ink"));
}

function writeEdge(context, edge, taken, must) {
  const middle = network.canvasToDOM(network.body.edges[edge.id].edgeType.getPoint(0.5));
  const text = relationWord(edge.relation, "verb");
  context.font = `italic ${SIZE - 1}px ${palette.get("sans")}`;
  const width = widthOf(context, text);
  const box = { left: middle.x - width / 2 - 2, right: middle.x + width / 2 + 2, top: middle.y - LINE / 2, bottom: middle.y + LINE / 2, align: "center" };
  if (!must && !taken.free(box)) return;
  taken.take(box);
  write(context, [text], box, palette.get("muted"));
}

const screenPoint = (id) => network.canvasToDOM(network.getPosition(id));
const radiusOf = (id) => drawn.get(id).size * boost * network.getScale();

/** Draws over everything in pixels of the screen, whatever the zoom. */
function writeLabels(context) {
  const ratio = context.canvas.width / context.canvas.clientWidth;
  const near = focus();
  const visible = importance.filter((node) => nodeVisible(node) && (!near || near.nodes.has(node.id) || node.id === state.hovered));
  const first = visible.filter((node) => node.id === state.node || node.id === state.hovered);
  const [taken, symbols] = [takenBoxes(), takenBoxes()];
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  Object.assign(context, { textBaseline: "middle", lineJoin: "round", lineWidth: 4, strokeStyle: palette.get("paper") });
  for (const node of visible) {
    const [point, radius] = [screenPoint(node.id), radiusOf(node.id)];
    const box = { left: point.x - radius, right: point.x + radius, top: point.y - radius, bottom: point.y + radius };
    (landmarks.has(node.id) ? taken : symbols).take(box, node.id);
  }
  first.forEach((node) => writeNode(context, node, taken, symbols, true));
  if (edges.has(state.hovered)) writeEdge(context, edges.get(state.hovered), taken, true);
  if (state.edge) writeEdge(context, edges.get(state.edge), taken, true);
  visible.filter((node) => !first.includes(node)).forEach((node) => writeNode(context, node, taken, symbols, false));
  if (near) near.edges.forEach((id) => writeEdge(context, edges.get(id), taken, false));
  context.restore();
}

// ---- a tinted ground under each community

function hull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const turns = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const half = (list) =>
    list.reduce((chain, point) => {
      while (chain.length > 1 && turns(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      return [...chain, point];
    }, []);
  return [...half(sorted).slice(0, -1), ...half(sorted.reverse()).slice(0, -1)];
}

function drawGrounds(context) {
  context.save();
  Object.assign(context, { fillStyle: palette.get("hull"), strokeStyle: palette.get("hull"), lineJoin: "round", lineWidth: 84 });
  for (const community of data.about.communities) {
    const members = data.nodes.filter((node) => node.community === community.number && nodeVisible(node));
    if (members.length < 3) continue;
    const outline = new Path2D();
    hull(members.map((node) => network.getPosition(node.id))).forEach(({ x, y }) => outline.lineTo(x, y));
    outline.closePath();
    context.stroke(outline);
    context.fill(outline);
  }
  context.restore();
}

network.on("beforeDrawing", drawGrounds);
network.on("afterDrawing", writeLabels);
