/* German: the Snowball stemmer that comes with Material. */
function stem(word) {
  return lunr.de.stemmer(new lunr.Token(word)).toString()
}
