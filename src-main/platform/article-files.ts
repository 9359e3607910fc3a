/** Endings of the names of files that can hold articles, in lower case, as dialogs offer them and watched folders heed them. */
export const articleExtensions: readonly string[] = [
  ...['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml', 'mhtml', 'mht', 'pdf'],
  ...['docx', 'docm', 'dotx', 'eml', 'mbox'],
  ...['rss', 'atom', 'rdf', 'xml', 'json', 'ndjson', 'jsonl', 'csljson', 'csv', 'tsv', 'tab', 'ris', 'bib', 'bibtex'],
  ...['zip', 'epub', 'warc', 'gz', 'wacz'],
]

/** Whether a file's name says that it may hold articles; hidden files don't. */
export const mayHoldArticles = (fileName: string): boolean => {
  const extension = /^[^.].*\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase()
  return extension !== undefined && articleExtensions.includes(extension)
}
