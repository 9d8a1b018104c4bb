// The drawing by keyboard: arrows walk from a node to its neighbour in that direction, Enter opens, Escape goes back.

let cursor = null;

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** How far a place lies from another against a direction: the sharper the turn, the farther; nothing behind it counts. */
function reach(from, to, [dx, dy]) {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const ahead = x * dx + y * dy;
  const aside = Math.abs(x * dy - y * dx);
  return ahead > 0 ? ahead + 2 * aside : Number.POSITIVE_INFINITY;
}

/** The neighbour of a node that lies best in a direction; where none does, the nearest node of all that lies there. */
function stepFrom(id, direction) {
  const here = scene.placed.get(id);
  const best = (ids) => {
    const ranked = ids.filter((other) => other !== id).map((other) => [reach(here, scene.placed.get(other), direction), other]);
    return ranked.filter(([far]) => far < Number.POSITIVE_INFINITY).sort(([a], [b]) => a - b)[0]?.[1];
  };
  const around = (scene.around.get(id) ?? []).map(([, edge]) => across(edge, id));
  return best(around) ?? best(scene.nodes.map((node) => node.id));
}

/** Where a walk begins: at what is chosen, at what the view is about, at the most important node. */
const startOfWalk = () =>
  [state.node, state.focus, importance.find((node) => scene.here.has(node.id))?.id].find((id) => id && scene.here.has(id));

/** Sets the walker on a node: lit, named beside it, and told. */
function stand(id) {
  cursor = id;
  const { x, y } = network.canvasToDOM(placeOf(id));
  const { clientWidth: width, clientHeight: height } = canvas;
  if (x < 40 || y < 40 || x > width - 40 || y > height - 40) look({ position: { x: placeOf(id).x, y: placeOf(id).y } });
  relight();
  const around = (scene.around.get(id) ?? []).length;
  tell([nodeTip(nodes.get(id)), word("card", "joined", figure(around))].join(" · "));
  hover(id, nodeTip(nodes.get(id)), network.canvasToDOM(placeOf(id)));
}

/** What the keys do on the drawing; true where one did something. */
function walk(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (Object.hasOwn(DIRECTIONS, event.key) && scene.nodes.length) {
    const from = cursor && scene.here.has(cursor) ? cursor : null;
    const next = from ? stepFrom(from, DIRECTIONS[event.key]) : startOfWalk();
    if (next) stand(next);
    return true;
  }
  if ((event.key === "Enter" || event.key === " ") && cursor) {
    show({ node: cursor }, { read: true });
    return true;
  }
  const factor = { "+": 1.4, "=": 1.4, "-": 1 / 1.4 }[event.key];
  if (factor) zoom(factor);
  else if (event.key === "0") fit();
  else return false;
  return true;
}

canvas.addEventListener("keydown", (event) => walk(event) && event.preventDefault());
canvas.addEventListener("blur", () => {
  if (cursor) leave();
});
