/* How any language is searched.
   Each word is indexed as written, by its stem, and joined with the next word, since many people write
   “frontoffice” for “front office”.
   A word of a query, which Material turns into `word*`, finds first the same stem, then words that begin like it
   (it may be half typed), then words that begin like its stem or like all of it but its last letter. */
function install(lunr, name, stem, respell) {
  function root(word) {
    const first = stem(word)
    return stem(first) // two endings may follow each other, and some stemmers take off one at a time
  }

  function forms(token, position, tokens) {
    const word = token.toString(), next = tokens[position + 1]
    const all = new Set([word, root(word), next ? root(word + next) : word])
    return [...all].map(form => token.clone(() => form))
  }

  lunr.Pipeline.registerFunction(forms, `forms-${name}`)
  lunr[name] = function () {
    this.pipeline.reset()
    this.pipeline.add(forms)
    this.searchPipeline.reset()
  }
  lunr[name].stemmer = forms

  /* Material also parses the query to tell which words it did not find, so a word stays one clause here ... */
  const parse = lunr.QueryParser.prototype.parse
  lunr.QueryParser.prototype.parse = function () {
    const query = parse.call(this)
    for (const clause of this.query.clauses) {
      const word = /^([^*]+)\*?$/.exec(clause.term)?.[1]
      if (word) Object.assign(clause, { word, term: `${root(word)}*`, usePipeline: false })
    }
    return query
  }

  /* ... and becomes several only when the index is asked. */
  const search = lunr.Index.prototype.query
  lunr.Index.prototype.query = function (build) {
    return search.call(this, function (query) {
      build.call(query, query)
      query.clauses = query.clauses.flatMap((clause, position, clauses) => {
        const optional = clause.presence === lunr.Query.presence.OPTIONAL
        return clause.word && optional ? alternatives(clause, clauses[position + 1]) : [clause]
      })
    })
  }

  function alternatives(clause, next) {
    const { word } = clause, found = new Map()
    const add = (term, boost) => found.has(term) || found.set(term, { ...clause, term, boost })
    for (const spelling of [word, ...respell(word)]) {
      add(root(spelling), 8)
      add(`${spelling}*`, 4)
      if (root(spelling).length > 2) add(`${root(spelling)}*`, 1) // less begins too many words to mean anything
      if (spelling.length > 5) add(`${spelling.slice(0, -1)}*`, 0.5)
    }
    if (next?.word) add(root(word + next.word), 8)
    return [...found.values()]
  }
}
