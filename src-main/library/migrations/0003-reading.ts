/** What reading side by side needs: links between passages, named sources, which articles tell of one affair, layouts. */
export const readingMigration = `
-- The researcher's word on two places that tell the same: confirmed or rejected what was found, or drawn by hand.
CREATE TABLE link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('quotation', 'shared-wording', 'same-statement')),
  decision TEXT NOT NULL CHECK (decision IN ('confirmed', 'rejected', 'drawn')),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

-- The two places of a link, as passages are kept: an end whose words are gone stays at its version.
CREATE TABLE link_end (
  link_id INTEGER NOT NULL REFERENCES link (id),
  side INTEGER NOT NULL CHECK (side IN (0, 1)),
  article_id INTEGER NOT NULL REFERENCES article (id),
  version INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  PRIMARY KEY (link_id, side)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_end_article ON link_end (article_id);

-- Sources that an article's text names ("told Ynet"), found in it; offsets into its text.
CREATE TABLE named_source (
  article_id INTEGER NOT NULL REFERENCES article (id),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
  name TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (article_id, start_offset)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_source_name ON named_source (name);

-- What the researcher says of a name found in an article: another name for it, or null where it is no source.
CREATE TABLE source_name (
  article_id INTEGER NOT NULL REFERENCES article (id),
  found TEXT NOT NULL CHECK (found <> ''),
  name TEXT CHECK (name <> ''),
  PRIMARY KEY (article_id, found)
) STRICT, WITHOUT ROWID;

-- The words that say most of what an article is about, the weightiest first: of each its hash in four bytes and its
-- weight, of all together 65535 at most, in two; little-endian.
CREATE TABLE affair (
  article_id INTEGER PRIMARY KEY REFERENCES article (id),
  terms BLOB NOT NULL
) STRICT;

-- Articles by the weightiest of these words, their hashes to base 36: rows that are written one after the other, where an
-- index by hash would be written all over.
CREATE VIRTUAL TABLE affair_index USING fts5 (
  terms, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- Panes that were open together, kept under a name; panes is JSON, [{"articleId": …, "position": …, "width": …}, …].
CREATE TABLE layout (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  panes TEXT NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX layout_name ON layout (name COLLATE NOCASE) WHERE deleted_at IS NULL;
`
