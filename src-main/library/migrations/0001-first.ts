/**
 * The first schema. Shipped migrations never change.
 *
 * Journalled tables get their triggers from `journal.ts`; exempt ones are listed there with the reason.
 * `deleted_at` is the trash. Text offsets are UTF-16 code units into an article's blocks joined by line feeds.
 */
export const firstMigration = `
CREATE TABLE op (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'import', 'undo', 'redo')),
  reverses INTEGER REFERENCES op (id),
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'discarded'))
) STRICT;

CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  op INTEGER NOT NULL REFERENCES op (id),
  table_name TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX change_op ON change (op);

CREATE TABLE journal_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  op INTEGER,
  images INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO journal_state (id, op, images) VALUES (1, NULL, 1);

CREATE TABLE original (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL UNIQUE,
  media_type TEXT NOT NULL,
  file_name TEXT NOT NULL,
  bytes BLOB NOT NULL,
  size INTEGER NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  original_id INTEGER NOT NULL REFERENCES original (id),
  import_op INTEGER NOT NULL REFERENCES op (id),
  version INTEGER NOT NULL DEFAULT 1,
  title TEXT,
  subtitle TEXT,
  byline TEXT,
  outlet TEXT,
  published TEXT,
  published_earliest TEXT,
  published_latest TEXT,
  language TEXT,
  url TEXT,
  origins TEXT NOT NULL,
  stand_in TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'to-read' CHECK (status IN ('to-read', 'reading', 'reviewed', 'excluded')),
  note TEXT NOT NULL DEFAULT '',
  words INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX article_original ON article (original_id);
CREATE INDEX article_import ON article (import_op);
-- The orders of the article table, see queries/article-list.ts; unknown values come last in either direction.
CREATE INDEX article_live ON article (id) WHERE deleted_at IS NULL;
CREATE INDEX article_by_title ON article (coalesce(title, stand_in) COLLATE NOCASE) WHERE deleted_at IS NULL;
CREATE INDEX article_by_outlet ON article (outlet IS NULL, outlet COLLATE NOCASE) WHERE deleted_at IS NULL;
CREATE INDEX article_by_outlet_descending ON article (outlet IS NULL, outlet COLLATE NOCASE DESC)
WHERE deleted_at IS NULL;
CREATE INDEX article_by_published ON article (
  published IS NULL, coalesce(published_earliest, published_latest), coalesce(published_latest, '9999')
) WHERE deleted_at IS NULL;
CREATE INDEX article_by_published_descending ON article (
  published IS NULL, coalesce(published_earliest, published_latest) DESC, coalesce(published_latest, '9999') DESC
) WHERE deleted_at IS NULL;
CREATE INDEX article_by_status ON article (
  CASE status WHEN 'to-read' THEN 1 WHEN 'reading' THEN 2 WHEN 'reviewed' THEN 3 ELSE 4 END
) WHERE deleted_at IS NULL;
CREATE INDEX article_by_words ON article (words) WHERE deleted_at IS NULL;
-- What the table's counts and totals are made of.
CREATE INDEX article_overview ON article (status, published IS NULL, outlet IS NULL, words) WHERE deleted_at IS NULL;

CREATE TABLE block (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES article (id),
  version INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  reason TEXT,
  line INTEGER,
  number INTEGER,
  UNIQUE (article_id, version, position)
) STRICT;

CREATE TABLE passage (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES article (id),
  version INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX passage_span ON passage (article_id, version, start_offset, end_offset) WHERE deleted_at IS NULL;

CREATE TABLE tag (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER REFERENCES tag (id),
  name TEXT NOT NULL CHECK (name <> ''),
  colour TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  shortcut TEXT,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX tag_name ON tag (coalesce(parent_id, 0), name COLLATE NOCASE) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX tag_shortcut ON tag (shortcut) WHERE deleted_at IS NULL AND shortcut IS NOT NULL;

CREATE TABLE article_tag (
  article_id INTEGER NOT NULL REFERENCES article (id),
  tag_id INTEGER NOT NULL REFERENCES tag (id),
  PRIMARY KEY (article_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tag_tag ON article_tag (tag_id);

CREATE TABLE passage_tag (
  passage_id INTEGER NOT NULL REFERENCES passage (id),
  tag_id INTEGER NOT NULL REFERENCES tag (id),
  PRIMARY KEY (passage_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_tag_tag ON passage_tag (tag_id);

CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL CHECK (title <> ''),
  description TEXT NOT NULL DEFAULT '',
  edtf TEXT,
  earliest TEXT,
  latest TEXT,
  date_origin TEXT NOT NULL CHECK (date_origin IN ('evidence', 'researcher')),
  status TEXT NOT NULL CHECK (status IN ('proposed', 'accepted', 'dismissed')),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX event_date ON event (earliest, latest) WHERE deleted_at IS NULL;

CREATE TABLE event_tag (
  event_id INTEGER NOT NULL REFERENCES event (id),
  tag_id INTEGER NOT NULL REFERENCES tag (id),
  PRIMARY KEY (event_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_tag_tag ON event_tag (tag_id);

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL REFERENCES event (id),
  passage_id INTEGER NOT NULL REFERENCES passage (id),
  asserted TEXT NOT NULL DEFAULT '',
  edtf TEXT,
  earliest TEXT,
  latest TEXT,
  derivation TEXT NOT NULL DEFAULT '[]',
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'disputes', 'mentions')),
  UNIQUE (event_id, passage_id)
) STRICT;
CREATE INDEX evidence_passage ON evidence (passage_id);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES article (id),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'dismissed')),
  event_id INTEGER REFERENCES event (id),
  UNIQUE (article_id, start_offset, end_offset)
) STRICT;

CREATE TABLE briefing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  blocks TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE TABLE briefing_export (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- No reference: undo may take the briefing back while the file stays.
  briefing_id INTEGER,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE position (
  article_id INTEGER PRIMARY KEY REFERENCES article (id),
  start_offset INTEGER NOT NULL
) STRICT;

CREATE TABLE analysis (
  article_id INTEGER NOT NULL REFERENCES article (id),
  kind TEXT NOT NULL,
  method_version INTEGER NOT NULL,
  input_key TEXT NOT NULL,
  PRIMARY KEY (article_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER analysis_of_block AFTER UPDATE OF hidden ON block WHEN old.hidden <> new.hidden BEGIN
  DELETE FROM analysis WHERE article_id = new.article_id;
END;
CREATE TRIGGER analysis_of_article AFTER UPDATE OF version, published, language ON article
WHEN old.version <> new.version OR old.published IS NOT new.published OR old.language IS NOT new.language BEGIN
  DELETE FROM analysis WHERE article_id = new.id;
END;

CREATE TABLE date_expression (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES article (id),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  text TEXT NOT NULL,
  edtf TEXT,
  earliest TEXT,
  latest TEXT,
  derivation TEXT NOT NULL,
  confidence REAL NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  UNIQUE (article_id, start_offset, end_offset)
) STRICT;

-- Folded text, see search-text.ts. The id is that of the row times 4, plus 0 for an article, 1 for a passage, 2 for a tag,
-- 3 for an event; so the index alone tells what was found.
CREATE TABLE search_document (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
  title, body, content = 'search_document', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER search_document_insert AFTER INSERT ON search_document BEGIN
  INSERT INTO search_index (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER search_document_delete AFTER DELETE ON search_document BEGIN
  INSERT INTO search_index (search_index, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
CREATE TRIGGER search_document_update AFTER UPDATE ON search_document BEGIN
  INSERT INTO search_index (search_index, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
  INSERT INTO search_index (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
`
