// The drawing itself: vis-network with fixed places, coloured from the style sheet.

const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const palette = new Map();

function readPalette() {
  for (const name of ["paper", "ink", "muted", "line", "edge", "hull", "rule", "accent", "sans", ...Object.keys(data.words.classes)])
    palette.set(name, style(name));
}

readPalette();

const canvas = document.getElementById("canvas");
const shownNodes = new vis.DataSet();
const shownEdges = new vis.DataSet();
const network = new vis.Network(canvas, { nodes: shownNodes, edges: shownEdges }, data.drawing.options);
const linesDrawn = new Map(data.drawing.edges.map((line) => [line.id, line]));
const CALM = 260;
const CROWDED = 900;
const MANY = 2000;
const NEAR_ENOUGH = 0.75;

/** Ids of what the selection is about: a node with its neighbours, an edge with its ends; nothing where nothing is selected. */
function focus() {
  const line = state.edge && scene.lines.get(state.edge);
  if (line) return { nodes: new Set([line.from, line.to]), edges: new Set([line.id]) };
  const id = state.node ?? cursor;
  if (!id || !scene.here.has(id)) return null;
  const around = (scene.around.get(id) ?? []).map(([, edge]) => edge);
  return { nodes: new Set([id, ...around.flatMap((edge) => [edge.from, edge.to])]), edges: new Set(around.map((edge) => edge.id)) };
}

const looks = new Map();

/** Brings one set of the drawing up to date: what is no more goes. */
function bring(set, wanted) {
  const ids = new Set(wanted.map(({ id }) => id));
  const gone = set.getIds().filter((id) => !ids.has(id));
  gone.forEach((id) => looks.delete(id));
  if (gone.length) set.remove(gone);
  touch(set, wanted);
}

/** Only what looks different is touched: with thousands of nodes it is felt. */
function touch(set, wanted) {
  const changed = wanted.filter((item) => {
    const look = JSON.stringify(item);
    if (looks.get(item.id) === look) return false;
    looks.set(item.id, look);
    return true;
  });
  if (changed.length) set.update(changed);
}

/** Draws the scene, with the selection lit. */
function refresh() {
  bringAll();
  select();
}

let lit = new Set();

/** Lights the lines of what is chosen now, and no longer those of what was chosen. */
function relight() {
  const near = focus();
  const ids = new Set([...lit, ...(near?.edges ?? [])]);
  touch(
    shownEdges,
    [...ids].flatMap((id) => (scene.lines.has(id) ? [edgeLook(scene.lines.get(id), near)] : [])),
  );
  lit = near?.edges ?? new Set();
  select();
}

function select() {
  if (state.node && scene.here.has(state.node)) network.selectNodes([state.node], false);
  else if (state.edge && scene.lines.has(state.edge)) network.setSelection({ nodes: [], edges: [state.edge] }, { highlightEdges: false });
  else network.unselectAll();
  network.redraw();
}

function nodeLook({ id, x, y }) {
  const { shape, size } = drawn.get(id);
  const background = palette.get(nodes.get(id).class);
  const lit = { background, border: palette.get("ink") };
  const central = id === state.focus;
  const border = scene.nodes.length > MANY || boost > 3 ? 0 : 1.5;
  return {
    id,
    x,
    y,
    shape,
    size: Math.round((central ? size * 1.35 : size) * boost),
    borderWidth: central ? 3 : border,
    color: { background, border: central ? palette.get("ink") : palette.get("paper"), highlight: lit, hover: lit },
  };
}

function edgeLook(edge, near) {
  const { smooth, dashes } = linesDrawn.get(edge.id) ?? {};
  const lit = palette.get("ink");
  const inside = near?.edges.has(edge.id);
  const quiet = edge.faint || (!inside && scene.edges.length > CALM);
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    hidden: linesHidden && !inside,
    smooth:
      (edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : smooth) ?? false,
    dashes: dashes ?? false,
    width: (edge.width ?? 1) * (inside ? 1.6 : 1),
    arrows: { to: { enabled: !edge.undirected && !quiet, scaleFactor: scene.named || inside ? 0.6 : 0.4 } },
    color: {
      color: inside ? palette.get("muted") : palette.get(quiet ? "line" : "edge"),
      highlight: lit,
      hover: lit,
      opacity: quiet ? 0.45 : 1,
    },
  };
}

// From afar thousands of lines are a grey cloud: they appear from near, under the pointer, and around what is chosen.
let linesHidden = false;

// Seen from afar symbols would vanish; like those of a map they keep a readable size, the smaller the more there are.
let boost = 1;

/** Fits size of symbols and sight of lines to the zoom; says whether anything changed. */
function settle() {
  const least = 0.55 * Math.min(1, Math.sqrt(400 / Math.max(1, scene.nodes.length)));
  const wanted = Math.min(8, Math.max(1, least / network.getScale()));
  const hide = scene.edges.length > CROWDED && network.getScale() < NEAR_ENOUGH;
  const changed = hide !== linesHidden || Math.abs(wanted / boost - 1) >= 0.1;
  if (changed) [linesHidden, boost] = [hide, wanted];
  return changed;
}

function bringAll() {
  const near = focus();
  lit = near?.edges ?? new Set();
  bring(shownNodes, scene.nodes.map(nodeLook));
  bring(
    shownEdges,
    scene.edges.map((edge) => edgeLook(edge, near)),
  );
}

function fitSymbols() {
  if (settle()) bringAll();
}

let fitting = null;

/** Symbols are fitted when the wheel has come to rest: with thousands of nodes it is felt. */
function fitSoon() {
  clearTimeout(fitting);
  fitting = setTimeout(fitSymbols, scene.nodes.length > 400 ? 120 : 0);
}

network.on("zoom", fitSoon);
network.on("animationFinished", fitSymbols);

const still = matchMedia("(prefers-reduced-motion: reduce)");

function look(options) {
  const animation = still.matches ? false : { duration: 400, easingFunction: "easeInOutQuad" };
  network.moveTo({ ...options, animation });
  if (!animation) fitSymbols();
}

const placeOf = (id) => network.body.nodes[id];

const zoom = (factor) => look({ scale: Math.min(4, Math.max(0.03, network.getScale() * factor)) });

/** Bounds of what is drawn, or of the given nodes, with its ground. */
function boundsOf(ids) {
  const points = (ids ?? scene.nodes.map(({ id }) => id))
    .map((id) => scene.placed.get(id))
    .filter(Boolean)
    .map(({ x, y }) => [x, y]);
  if (!ids)
    points.push(
      ...(scene.frame ?? []),
      ...scene.bands.flatMap(({ box: [, top, , bottom] }) => [top, bottom].map((y) => [scene.nodes[0]?.x ?? 0, y])),
    );
  const [xs, ys] = [0, 1].map((side) => points.map((point) => point[side]));
  const [least, most] = [(list) => list.reduce((a, b) => Math.min(a, b)), (list) => list.reduce((a, b) => Math.max(a, b))];
  return points.length ? { left: least(xs), right: most(xs), top: least(ys), bottom: most(ys) } : null;
}

const MARGIN = { left: 90, right: 90, top: 48, bottom: 48 };
const MARGINS = { bands: { left: 150, right: 70, top: 12, bottom: 30 }, named: { left: 150, right: 150, top: 34, bottom: 34 } };

/** Room in pixels around the drawing: for the names of bands at the left, for labels beside the outermost nodes. */
function margins(width) {
  const wanted = { ...MARGIN, ...(scene.bands.length ? MARGINS.bands : scene.named ? MARGINS.named : {}) };
  const most = width / (scene.bands.length ? 3 : 4.5);
  return { ...wanted, left: Math.min(wanted.left, most), right: Math.min(wanted.right, most) };
}

/** Moves the view to all of the drawing, or to the given nodes, with room for labels at the edge. */
function frame(ids) {
  const bounds = boundsOf(ids);
  if (!bounds) return;
  const { clientWidth: width, clientHeight: height } = canvas;
  const { left, right, top, bottom } = margins(width);
  const room = [Math.max(60, width - left - right), Math.max(60, height - top - bottom)];
  const scale = Math.min(1, room[0] / Math.max(1, bounds.right - bounds.left), room[1] / Math.max(1, bounds.bottom - bounds.top));
  const [aside, down] = [(left - right) / 2 / scale, (top - bottom) / 2 / scale];
  network.moveTo({
    position: { x: (bounds.left + bounds.right) / 2 - aside, y: (bounds.top + bounds.bottom) / 2 - down },
    scale,
    animation: false,
  });
}

/** Brings a node into sight: of an overview, with all it has to do with; elsewhere only if it is not in sight. */
function moveTo(id) {
  if (!scene.here.has(id)) return;
  const around = (scene.around.get(id) ?? []).map(([, edge]) => across(edge, id));
  const { x, y } = network.canvasToDOM(placeOf(id));
  if (OVERVIEWS.has(state.view)) fit([id, ...around]);
  else if (x < 0 || y < 0 || x > canvas.clientWidth || y > canvas.clientHeight) look({ position: { x: placeOf(id).x, y: placeOf(id).y } });
}

/** Shows all of the drawing, or the given nodes. */
function fit(ids) {
  frame(ids);
  fitSymbols();
}
