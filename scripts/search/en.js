/* English: the Porter stemmer that comes with lunr. */
function stem(word) {
  return lunr.stemmer(new lunr.Token(word)).toString()
}

/* British spellings. */
function respell(word) {
  return /centre/.test(word) ? [word.replace("centre", "center")] : []
}
