// The data block opened again: written short by compact.py, an object is the number of its shape and its values, a list begins with 0.

function unpacked([shapes, root]) {
  const open = (value) => {
    if (!Array.isArray(value)) return value;
    const items = value.slice(1);
    if (value[0] === 0) return items.map(open);
    const [keys, words] = shapes[value[0] - 1];
    return Object.fromEntries(keys.map((key, i) => [key, words[i] ? words[i][items[i]] : open(items[i])]));
  };
  return open(root);
}
