/* Makes a handout of pages of the site, in one of its pages that is open in the browser.

   Answers come after all questions, so that the sheets before them are a worksheet.
   Footnotes of several pages meet here, so their ids get the name of their page. */
async ({ base, root, paths, cover, words }) => {
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties)
    made.append(...children)
    return made
  }
  const number = href => { // of a page; it is not known before the first print
    const link = element("a", { href })
    link.dataset.page = ""
    return link
  }

  const articles = await Promise.all(paths.map(async path => {
    const text = await (await fetch(base + path)).text()
    return new DOMParser().parseFromString(text, "text/html").querySelector("article")
  }))
  const names = new Map(paths.map((path, position) => [base + path, articles[position].querySelector("h1").id]))
  const anchor = (page, id) => id.startsWith("fn") ? `${names.get(page)}-${id}` : id || names.get(page)

  /* Links lead within the handout where they can, or else to the published site. */
  const readdress = (article, page) => {
    for (const place of article.querySelectorAll("[id]")) place.id = anchor(page, place.id)
    for (const link of article.querySelectorAll("a[href]")) {
      const url = new URL(link.getAttribute("href"), page)
      const target = url.origin + url.pathname
      if (names.has(target)) {
        link.setAttribute("href", `#${anchor(target, decodeURIComponent(url.hash.slice(1)))}`)
      } else if (url.href.startsWith(base)) {
        link.setAttribute("href", root + url.href.slice(base.length))
        link.classList.add("site-inside")
      }
    }
  }

  /* An answer is called after its question, unless its own name tells it from the others. */
  const collectAnswers = (article, page) => {
    const found = [...article.querySelectorAll("details")]
    if (!found.length) return
    const id = `${names.get(page)}-answers`
    const answers = element("section", { className: "site-answers" }, element("h2", { id }, words["handout-answers"]))
    const named = new Set(found.map(answer => answer.querySelector("summary").textContent)).size === found.length
    for (const answer of found) {
      const name = answer.querySelector("summary")
      const question = answer.closest("section").querySelector("h2, h3")
      name.remove()
      const link = element("a", { href: `#${question.id}` }, (named ? name : question).textContent)
      answers.append(element("div", {}, element("p", {}, link), ...answer.childNodes))
      answer.remove()
    }
    const [before, after] = words["handout-answers-page"].split("{}")
    article.querySelector("section").append(element("p", {}, before, number(`#${id}`), after))
    article.insertBefore(answers, article.querySelector(".footnote"))
  }

  /* Each section with its link and QR code beside its heading. */
  const addSection = heading => {
    const section = element("section", {})
    heading.before(section)
    const address = `${root}go/${heading.id}/`
    section.append(element("div", { className: "site-head" },
      heading,
      element("p", {}, element("a", { className: "site-inside", href: address }, address)),
      element("img", { src: `${base}go/${heading.id}/qr.svg`, alt: words["share-qr"].replace("{}", heading.textContent) })))
    while (section.nextElementSibling && !section.nextElementSibling.matches("h1, h2, h3, .footnote")) {
      section.append(section.nextElementSibling)
    }
    section.classList.toggle("site-question", heading.matches("h3"))
  }

  const style = element("style", {})
  articles.forEach((article, position) => {
    const page = base + paths[position]
    for (const link of article.querySelectorAll(".headerlink")) link.remove()
    article.querySelectorAll("h1, h2, h3").forEach(addSection)
    readdress(article, page)
    collectAnswers(article, page)
    const foot = [`${article.querySelector("h1").textContent} · ${root}${paths[position]}`, cover.license]
    style.append(`@page p${position} { @bottom-left { content: ${foot.map(text => JSON.stringify(text)).join(' "\\A" ')} } }`)
    article.style.page = `p${position}`
  })

  if (paths.length > 1) {
    document.title = cover.title
    const contents = articles.map(article => {
      const { id, textContent } = article.querySelector("h1")
      return element("li", {}, element("a", { href: `#${id}` }, textContent), number(`#${id}`))
    })
    articles.unshift(element("article", { className: "md-typeset" },
      element("h1", {}, cover.title),
      element("p", {}, cover.description),
      element("p", {}, element("a", { className: "site-inside", href: cover.address }, cover.address)),
      element("p", {}, cover.license),
      element("h2", {}, words["handout-contents"]),
      element("ul", { className: "site-contents" }, ...contents)))
  }
  document.head.append(style)
  document.body.replaceChildren(...articles)
  await Promise.all([...document.images].map(image => image.decode()))
}
