// The pointer over the drawing: the tip beside it, and what a click chooses.

const tip = document.getElementById("tip");

function showTip(text, point) {
  tip.textContent = text;
  tip.hidden = false;
  const host = tip.parentElement.getBoundingClientRect();
  tip.style.left = `${Math.max(4, Math.min(point.x + 14, host.width - tip.offsetWidth - 8))}px`;
  tip.style.top = `${Math.max(4, Math.min(point.y + 16, host.height - tip.offsetHeight - 8))}px`;
}

const shortened = (text, most = 160) => (text.length > most ? `${text.slice(0, most)}…` : text);
const nodeTip = (node) => [shortened(node.label), word("classes", node.class), whenWords(node)].filter(Boolean).join(" · ");

function edgeTip(edge) {
  const [from, to] = [edge.from, edge.to].map((id) => shortened(nodes.get(id).label));
  if (edge.pair) return word("card", "pair", from, to, figure(edge.events.length));
  return [`${from} ${relationWord(edge.relation, "verb")} ${to}`, whenWords(edge)].filter(Boolean).join(" · ");
}

function hover(id, text, point) {
  state.hovered = id;
  showTip(text, point);
}

function leave() {
  state.hovered = null;
  tip.hidden = true;
}

network.on("hoverNode", ({ node, pointer }) => hover(node, nodeTip(nodes.get(node)), pointer.DOM));
network.on("hoverEdge", ({ edge, pointer }) => hover(edge, edgeTip(lineOf(edge)), pointer.DOM));
network.on("blurNode", leave);
network.on("blurEdge", leave);
network.on("dragStart", leave);
network.on("zoom", leave);
network.on("click", ({ nodes: [node], edges: [edge] }) => {
  cursor = null;
  show(node ? { node } : edge ? { edge } : null);
});
network.on("doubleClick", ({ nodes: [node] }) => node && go({ view: "circle", focus: node, node }));
