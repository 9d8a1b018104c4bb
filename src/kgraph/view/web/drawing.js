// The drawing itself: vis-network with fixed places, coloured from the style sheet.

const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const palette = new Map();

function readPalette() {
  for (const name of ["paper", "ink", "muted", "line", "hull", "sans", "serif", ...Object.keys(data.words.classes)]) palette.set(name, style(name));
}

readPalette();

const shownNodes = new vis.DataSet(data.drawing.nodes.map(({ label, group, ...shape }) => shape));
const shownEdges = new vis.DataSet(data.drawing.edges.map(({ group, ...line }) => line));
const network = new vis.Network(document.getElementById("canvas"), { nodes: shownNodes, edges: shownEdges }, data.drawing.options);

/** Ids of what the selection is about: a node with its neighbours, an edge with its ends; nothing where nothing is selected. */
function focus() {
  if (state.edge) {
    const edge = edges.get(state.edge);
    return { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]) };
  }
  if (!state.node) return null;
  const around = edgesOf.get(state.node).filter(edgeVisible);
  return { nodes: new Set([state.node, ...around.flatMap((edge) => [edge.from, edge.to])]), edges: new Set(around.map((edge) => edge.id)) };
}

/** Brings the drawing up to date with the state: what is hidden, what is dimmed, in which colours. */
function refresh() {
  const near = focus();
  shownNodes.update(data.nodes.map((node) => nodeLook(node, near)));
  shownEdges.update(data.edges.map((edge) => edgeLook(edge, near)));
  if (state.node) network.selectNodes([state.node], false);
  else if (state.edge) network.setSelection({ nodes: [], edges: [state.edge] }, { highlightEdges: false });
  else network.unselectAll();
  network.redraw();
}

function nodeLook(node, near) {
  const background = palette.get(node.class);
  const lit = { background, border: palette.get("ink") };
  return {
    id: node.id,
    hidden: !nodeVisible(node),
    opacity: near && !near.nodes.has(node.id) ? 0.16 : 1,
    color: { background, border: palette.get("paper"), highlight: lit, hover: lit },
  };
}

function edgeLook(edge, near) {
  const lit = palette.get("ink");
  const inside = near?.edges.has(edge.id);
  return {
    id: edge.id,
    hidden: !edgeVisible(edge),
    width: inside ? 1.5 : 1,
    color: { color: inside ? palette.get("muted") : palette.get("line"), highlight: lit, hover: lit, opacity: near && !inside ? 0.25 : 1 },
  };
}

// Seen from afar symbols would vanish; like those of a map they keep a readable size, the smaller the more there are.
const LEAST = 0.5 * Math.min(1, Math.sqrt(400 / data.nodes.length));
let boost = 1;

function fitSymbols() {
  const wanted = Math.min(3.5, Math.max(1, LEAST / network.getScale()));
  if (Math.abs(wanted / boost - 1) < 0.1) return;
  boost = wanted;
  shownNodes.update(data.nodes.map((node) => ({ id: node.id, size: drawn.get(node.id).size * boost })));
}

network.on("zoom", fitSymbols);
network.on("animationFinished", fitSymbols);

const still = matchMedia("(prefers-reduced-motion: reduce)");
const gliding = () => (still.matches ? false : { duration: 400, easingFunction: "easeInOutQuad" });

function view(options) {
  const animation = gliding();
  network.moveTo({ ...options, animation });
  if (!animation) fitSymbols();
}

const moveTo = (nodeId) => view({ position: network.getPosition(nodeId), scale: Math.max(network.getScale(), 0.9) });
const zoom = (factor) => view({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)) });

/** All of the drawing, or the given nodes, with room for labels at the edge. */
function fit(ids) {
  network.fit({ nodes: ids ?? data.nodes.map((node) => node.id), maxZoomLevel: 1.6, animation: false });
  network.moveTo({ scale: network.getScale() * 0.9 });
  fitSymbols();
}

// ---- the tip beside the pointer

const tip = document.getElementById("tip");

function showTip(text, point) {
  tip.textContent = text;
  tip.hidden = false;
  const host = tip.parentElement.getBoundingClientRect();
  tip.style.left = `${Math.min(point.x + 14, host.width - tip.offsetWidth - 8)}px`;
  tip.style.top = `${Math.min(point.y + 16, host.height - tip.offsetHeight - 8)}px`;
}

const shortened = (text) => (text.length > 160 ? `${text.slice(0, 160)}…` : text);
const nodeTip = (node) => `${shortened(node.label)} · ${word("classes", node.class)}`;
const edgeTip = (edge) => `${shortened(nodes.get(edge.from).label)} ${relationWord(edge.relation, "verb")} ${shortened(nodes.get(edge.to).label)}`;

function hover(id, text, point) {
  state.hovered = id;
  showTip(text, point);
}

function leave() {
  state.hovered = null;
  tip.hidden = true;
}

network.on("hoverNode", ({ node, pointer }) => hover(node, nodeTip(nodes.get(node)), pointer.DOM));
network.on("hoverEdge", ({ edge, pointer }) => hover(edge, edgeTip(edges.get(edge)), pointer.DOM));
network.on("blurNode", leave);
network.on("blurEdge", leave);
network.on("dragStart", leave);
network.on("zoom", leave);
network.on("click", ({ nodes: [node], edges: [edge] }) => show(node ? { node } : edge ? { edge } : null));
