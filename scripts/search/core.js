/* How any language is searched.
   Each word is indexed as written and by its stem.
   A word of a query, which Material turns into `word*`, finds first the same stem, then words that begin
   like it (it may be half typed), then words whose stem begins with its stem. */
function install(lunr, name, stem) {
  function both(token) {
    const word = token.toString(), root = stem(word)
    return root === word ? token : [token, token.clone(() => root)]
  }
  function one(token) {
    return token.update(stem)
  }
  lunr.Pipeline.registerFunction(both, `both-${name}`)
  lunr.Pipeline.registerFunction(one, `one-${name}`)
  lunr[name] = function () {
    this.pipeline.reset()
    this.pipeline.add(both)
    this.searchPipeline.reset()
    this.searchPipeline.add(one)
  }
  lunr[name].stemmer = both

  const parse = lunr.QueryParser.prototype.parse
  lunr.QueryParser.prototype.parse = function () {
    const query = parse.call(this)
    for (const clause of this.query.clauses) {
      const word = /^([^*]+)\*$/.exec(clause.term)?.[1]
      if (word) Object.assign(clause, { word, term: `${stem(word)}*` })
    }
    return query
  }

  const search = lunr.Index.prototype.query
  lunr.Index.prototype.query = function (build) {
    return search.call(this, function (query) {
      build.call(query, query)
      query.clauses = query.clauses.flatMap(clause => clause.word ? alternatives(clause) : [clause])
    })
  }

  function alternatives(clause) {
    const root = stem(clause.word)
    return [
      { ...clause, term: root, boost: 4, wildcard: lunr.Query.wildcard.NONE },
      { ...clause, term: `${clause.word}*`, boost: 2 },
      // Two letters begin too many words to mean anything.
      ...(root.length > 2 ? [{ ...clause, term: `${root}*`, boost: 1 }] : []),
    ]
  }
}
