/* Swahili: the prefixes of noun classes and of verbs are removed, and the locative -ni.
   Own rules, after the class and tense tables of any grammar; endings that change a verb's meaning stay. */
const VERB = /^(?:ha)?(?:ni|u|a|tu|m|wa|i|li|ya|ki|vi|zi|ku|pa)(?:na|li|ta|me|nge|ja)(?=..)(?:ku(?=..$))?/
const NOUN = /^(?:wana|mwana|ma|mi|vi|vy|ki|ch|wa|mw|my|m|ku|kw|hu|u|ji|li|ya)(?=[a-z]{3})/

function stem(word) {
  const typed = word.replace(/’/g, "'")
  if (typed.length < 5) return typed
  const w = typed.length > 6 ? typed.replace(/ni$/, "") : typed
  let root = w.replace(VERB, "")
  if (root === w || root.length < 3) root = w.replace(NOUN, "")
  root = root.replace(/(?:iwa|wa|ia|ea)$/, "a")
  return root.length < 3 ? w : root
}

function respell() {
  return []
}
