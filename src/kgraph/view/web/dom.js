// Elements are made here and nowhere else; text only ever becomes a text node.

/** An element with attributes (class, on…: a listener, …) and children: elements, strings, or nothing. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== ""));
  return element;
}

const OUTLINES = {
  dot: "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
  square: "M3 3h10v10H3z",
  diamond: "M8 1l7 7l-7 7l-7-7z",
  triangle: "M8 2l7 12H1z",
  triangleDown: "M8 14L1 2h14z",
  hexagon: "M4.5 2h7L15 8l-3.5 6h-7L1 8z",
  star: "M8 .8l2.1 4.9l5.3.5l-4 3.5l1.2 5.2L8 12.2l-4.6 2.7l1.2-5.2l-4-3.5l5.3-.5z",
};

/** The symbol of a class, as the drawing shows it. */
function symbol(className, shape) {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("viewBox", "0 0 16 16");
  picture.setAttribute("class", "symbol");
  picture.setAttribute("data-class", className);
  picture.setAttribute("aria-hidden", "true");
  const outline = document.createElementNS("http://www.w3.org/2000/svg", "path");
  outline.setAttribute("d", OUTLINES[shape]);
  picture.append(outline);
  return picture;
}

/** A piece of line as the drawing shows it for where a relation stands. */
function lineSample(dashes) {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("viewBox", "0 0 26 8");
  picture.setAttribute("class", "line");
  picture.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", "M0 4h26");
  line.setAttribute("stroke-dasharray", dashes);
  picture.append(line);
  return picture;
}

const nodeSymbol = (node) => symbol(node.class, drawn.get(node.id).shape);

/** A button that shows a node. */
const nodeButton = (node) =>
  make(
    "button",
    { type: "button", class: "node", click: () => follow(node.id) },
    nodeSymbol(node),
    make("span", { lang: "vi" }, node.label),
  );

/** A link to an article, if it has an address of the web; else its title. */
function articleLink(article) {
  const title = make("cite", { lang: "vi" }, article.title);
  if (!/^https?:\/\//i.test(article.url)) return title;
  const label = word("card", "open_source", article.title);
  return make("a", { href: article.url, rel: "noopener noreferrer", target: "_blank", "aria-label": label }, title);
}
