/* German: the Snowball stemmer that comes with Material. */
function stem(word) {
  return lunr.de.stemmer(new lunr.Token(word)).toString()
}

/* Without umlauts on the keyboard. */
function respell(word) {
  const umlauts = { ae: "ä", oe: "ö", ue: "ü" }
  return /[aou]e/.test(word) ? [word.replace(/[aou]e/g, letters => umlauts[letters])] : []
}
