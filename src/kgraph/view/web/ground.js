// The ground under the drawing: bands of levels, months, rings, and a tint under each community.

function hull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const turns = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const half = (list) => {
    const chain = [];
    for (const point of list) {
      while (chain.length > 1 && turns(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function drawHulls(context) {
  Object.assign(context, { fillStyle: palette.get("hull"), strokeStyle: palette.get("hull"), lineJoin: "round", lineWidth: 84 });
  const members = grouped(scene.nodes, ({ id }) => nodes.get(id).community);
  for (const { number } of data.about.communities) {
    const found = members.get(number) ?? [];
    if (found.length < 3) continue;
    const outline = new Path2D();
    hull(found).forEach(({ x, y }) => outline.lineTo(x, y));
    outline.closePath();
    context.stroke(outline);
    context.fill(outline);
  }
}

function drawBands(context) {
  const [left, right] = [0, canvas.clientWidth].map((x) => network.DOMtoCanvas({ x, y: 0 }).x);
  scene.bands.forEach(({ box: [, top, , bottom] }, row) => {
    context.fillStyle = palette.get(row % 2 ? "paper" : "hull");
    context.fillRect(left, top, right - left, bottom - top);
  });
}

function drawRings(context) {
  Object.assign(context, { strokeStyle: palette.get("rule"), lineWidth: 1 / network.getScale() });
  for (const [across, down] of scene.rings) {
    context.beginPath();
    context.ellipse(0, 0, across, down, 0, 0, 2 * Math.PI);
    context.stroke();
  }
}

function drawTicks(context) {
  const top = network.DOMtoCanvas({ x: 0, y: 0 }).y;
  const bottom = network.DOMtoCanvas({ x: 0, y: canvas.clientHeight }).y;
  Object.assign(context, { strokeStyle: palette.get("rule"), lineWidth: 1 / network.getScale() });
  context.beginPath();
  for (const { x } of scene.ticks) {
    context.moveTo(x, top);
    context.lineTo(x, bottom);
  }
  context.stroke();
}

/** Lines of the node under the pointer, where lines are not drawn because there are too many. */
function drawHovered(context) {
  if (!linesHidden || !scene.around.has(state.hovered) || !placeOf(state.hovered)) return;
  Object.assign(context, { strokeStyle: palette.get("muted"), lineWidth: 1 / network.getScale() });
  context.beginPath();
  for (const [, edge] of scene.around.get(state.hovered)) {
    context.moveTo(placeOf(edge.from).x, placeOf(edge.from).y);
    context.lineTo(placeOf(edge.to).x, placeOf(edge.to).y);
  }
  context.stroke();
}

network.on("beforeDrawing", (context) => {
  context.save();
  if (scene.hulls) drawHulls(context);
  if (scene.bands.length) drawBands(context);
  if (scene.rings.length) drawRings(context);
  if (scene.ticks.length) drawTicks(context);
  drawHovered(context);
  context.restore();
});

const VEIL = 0.8;

/** Draws a veil over everything, and over it once more what the selection is about. */
function drawVeil(context) {
  const near = focus();
  if (!near) return;
  const [{ x: left, y: top }, { x: right, y: bottom }] = [
    network.DOMtoCanvas({ x: 0, y: 0 }),
    network.DOMtoCanvas({ x: canvas.clientWidth, y: canvas.clientHeight }),
  ];
  context.save();
  Object.assign(context, { globalAlpha: VEIL, fillStyle: palette.get("paper") });
  context.fillRect(left, top, right - left, bottom - top);
  context.restore();
  const [lines, symbols] = [[...near.edges].map((id) => network.body.edges[id]), [...near.nodes].map(placeOf)].map((all) =>
    all.filter(Boolean),
  );
  for (const line of lines.filter(({ connected }) => connected)) {
    line.draw(context);
    line.drawArrows(context);
  }
  for (const symbol of symbols) symbol.draw(context);
}

const MARGIN_OF_NAMES = 16;

/** Names of bands at the left and of months at the top, in pixels of the screen, wherever the reader has moved. */
function writeGround(context, taken) {
  context.font = `600 ${SIZE}px ${palette.get("sans")}`;
  for (const {
    box: [, top, , bottom],
    label,
  } of scene.bands) {
    const [high, low] = [network.canvasToDOM({ x: 0, y: top }), network.canvasToDOM({ x: 0, y: bottom })];
    const y = Math.max(high.y, 0) + 5;
    if (low.y < y + LINE - 4 || high.y > canvas.clientHeight) continue;
    const text = termWord(label);
    const x = MARGIN_OF_NAMES;
    const box = { left: x - 2, top: y, right: x + widthOf(context, text) + 4, bottom: y + LINE + 3, align: "left" };
    if (!taken.free(box)) continue;
    taken.take(box);
    write(context, [text], box, palette.get("muted"));
  }
  for (const tick of scene.ticks) {
    const { x } = network.canvasToDOM({ x: tick.x, y: 0 });
    if (!tick.label) continue;
    const width = widthOf(context, tick.label);
    const box = { left: x - width / 2 - 6, top: 6, right: x + width / 2 + 6, bottom: 6 + LINE + 3, align: "center" };
    if (box.left < 0 || box.right > canvas.clientWidth || !taken.free(box)) continue;
    taken.take(box);
    write(context, [tick.label], box, palette.get("muted"));
  }
}
