/* Bulgarian: article, plural and final vowel are removed
   (after J. Savoy, "Searching strategies for the Bulgarian language", Information Retrieval 10, 2007),
   then the commonest endings of verbs and of nouns made from them (own rules). */
function stem(word) {
  let w = word
  const ends = (ending, least) => w.length > least && w.endsWith(ending)
  const cut = (length, added = "") => { w = w.slice(0, -length) + added }
  if (w.length < 4) return w
  if (ends("ища", 5)) { cut(3); return w }

  if (ends("ият", 6)) cut(3)
  else if (["ът", "то", "те", "та", "ия"].some(ending => ends(ending, 5))) cut(2)
  else if (ends("ят", 4)) cut(2)

  if (ends("овци", 6)) cut(3)
  else if (ends("ове", 5)) cut(3)
  else if (ends("еве", 6)) cut(3, "й")
  else if (ends("ища", 5)) cut(3)
  else if (ends("ци", 5)) cut(2, "к")
  else if (ends("зи", 5)) cut(2, "г")
  else if (ends("си", 4)) cut(2, "х")
  else if (ends("и", 4)) cut(1)

  if (ends("я", 3)) cut(1)
  if (["а", "о", "е"].some(ending => ends(ending, 3))) cut(1)
  if (ends("ен", 4)) cut(2, "н")
  if (w.length > 5 && w.at(-2) === "ъ") cut(2, w.at(-1))

  for (const ending of ["ител", "ател", "ств", "ван", "ват", "ат", "ят", "ан"]) {
    if (ends(ending, ending.length + 4)) { cut(ending.length); break }
  }
  if (w.length > 5 && /[бвгджзклмнпрстфхцчшщ]в$/.test(w)) cut(1)
  return w
}

function respell() {
  return []
}
