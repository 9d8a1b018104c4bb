// Words in the language of the reader: of the page, of relations, of code lists; figures as people write them.

const filled = (text, values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);

/** The words for `name` in a section of words.toml, with figures and names in their places. */
function word(section, name, ...values) {
  const known = own(own(data.words, section), name);
  return known ? filled(known[state.language], values) : name;
}

/** The words for a relation: as a `verb`, or over what it leads `out` to or comes `in` from. */
function relationWord(name, part) {
  const known = own(own(data.words.relations, name), part);
  return known ? known[state.language] : name;
}

/** A word of a code list in the reader's language, as far as the graph knows one. */
const termWord = (term) => (state.language === "en" && term.en) || term.vi || term.name;

const locale = () => (state.language === "vi" ? "vi-VN" : "en-GB");

const figure = (value) => new Intl.NumberFormat(locale(), { maximumFractionDigits: 4 }).format(value);
