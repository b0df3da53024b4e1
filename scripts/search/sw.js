/* Swahili: what stands before and behind the root is removed: signs of person, tense and relation, noun classes,
   the locative, and the endings of passive, applicative, and nouns made from verbs.
   Own rules, after the tables of classes and tenses in E. Ashton, "Swahili Grammar" (1944). */
const SUBJECT = "ni|si|u|a|tu|m|wa|i|li|ya|ki|vi|zi|ku|pa|mu"
const RELATION = "ye|o|yo|lo|cho|vyo|zo|ko|po|mo"
const VERB = new RegExp(`^(?:ha)?(?:${SUBJECT})(?:na|li|ta|me|nge|ngali|taka|si)(?:${RELATION})?(?=.{3})`)
const NOUN = /^(?:wana|mwana|ma|mi|vi|vy|ki|ch|wa|mw|my|m|ku|kw|hu|u|ji|li|ya|zi)(?=.{3})/
const NOT_FUTURE = /^u(?=tafiti|taratibu|tamaduni|tajiri)/ // nouns that look like “you will”
const ENDING = /(?:aji|iwa|ewa|wa|lia|lea|ia|ea|[aeiou])$/

function stem(word) {
  const w = word.replace(/['’]/g, "") // ng'ambo is often typed without
  if (w.length < 4) return w
  let root = (w.length > 5 ? w.replace(/ni$/, "") : w).replace(NOT_FUTURE, "")
  const verb = root.replace(VERB, "")
  root = verb === root ? root.replace(NOUN, "") : verb
  const short = root.replace(ENDING, "")
  return short.length > 2 ? short : root
}

function respell() {
  return []
}
