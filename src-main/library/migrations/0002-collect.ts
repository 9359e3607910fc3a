/**
 * What collecting needs: more metadata, several articles from one original, texts in versions, rules that hide, and
 * relations between articles.
 */
export const collectMigration = `
ALTER TABLE article ADD COLUMN section TEXT;
ALTER TABLE article ADD COLUMN updated TEXT;
-- Which article of its original it is ("item 3"), null where the original is one article.
ALTER TABLE article ADD COLUMN part TEXT;

-- A rule that the researcher taught: in this outlet, hide blocks whose text is, begins with or contains these words.
CREATE TABLE cleaning_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  outlet TEXT NOT NULL CHECK (outlet <> ''),
  compare TEXT NOT NULL CHECK (compare IN ('is', 'begins', 'contains')),
  text TEXT NOT NULL CHECK (text <> ''),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX cleaning_rule_outlet ON cleaning_rule (outlet COLLATE NOCASE) WHERE deleted_at IS NULL;

-- The rule that hides a block, or that it was restored from by hand where it is visible; null where none does.
ALTER TABLE block ADD COLUMN rule_id INTEGER REFERENCES cleaning_rule (id);
CREATE INDEX block_rule ON block (rule_id) WHERE rule_id IS NOT NULL;

-- How each text of an article after the first came about. The first is the import's and has no row.
CREATE TABLE text_version (
  article_id INTEGER NOT NULL REFERENCES article (id),
  version INTEGER NOT NULL CHECK (version > 1),
  cause TEXT NOT NULL CHECK (cause IN ('correction', 'merge', 'split', 'extraction')),
  created_at TEXT NOT NULL,
  PRIMARY KEY (article_id, version)
) STRICT, WITHOUT ROWID;

-- A sample of the hashes of an article's word sequences, by which articles with shared wording are found.
CREATE TABLE fingerprint (
  hash INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id),
  PRIMARY KEY (hash, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX fingerprint_article ON fingerprint (article_id);

-- Two articles that share wording, the one with the smaller id first. Shares are parts of either body's words, from 0 to 1;
-- spans is JSON, [[start, end, other_start, other_end], ...], UTF-16 offsets into the two texts.
CREATE TABLE relation (
  article_id INTEGER NOT NULL REFERENCES article (id),
  other_id INTEGER NOT NULL REFERENCES article (id),
  kind TEXT NOT NULL CHECK (kind IN ('same-text', 'near-copy', 'shared-passages')),
  share REAL NOT NULL,
  other_share REAL NOT NULL,
  words INTEGER NOT NULL,
  spans TEXT NOT NULL,
  PRIMARY KEY (article_id, other_id),
  CHECK (article_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_other ON relation (other_id);
`
