/**
 * What timelines need: where an event happened and who acted, its order among others, how a conflict was resolved, and
 * choices of events under a name.
 */
export const timelineMigration = `
ALTER TABLE event ADD COLUMN place TEXT NOT NULL DEFAULT '';
-- Order among events of the same days, the least first; null where none was given.
ALTER TABLE event ADD COLUMN sequence REAL;

CREATE TABLE event_actor (
  event_id INTEGER NOT NULL REFERENCES event (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (event_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_actor_name ON event_actor (name COLLATE NOCASE);

-- What is known of an event's place in time where its date says less: before, after or at the moment of another.
CREATE TABLE event_order (
  event_id INTEGER NOT NULL REFERENCES event (id),
  relation TEXT NOT NULL CHECK (relation IN ('before', 'after', 'same-moment')),
  other_id INTEGER NOT NULL REFERENCES event (id),
  PRIMARY KEY (event_id, other_id),
  CHECK (event_id <> other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_order_other ON event_order (other_id);

-- Why a conflict is no obstacle, and the date that the researcher settles on. It holds for the conflict that it names.
CREATE TABLE resolution (
  event_id INTEGER PRIMARY KEY REFERENCES event (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  edtf TEXT,
  conflict TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- A choice of events: choice is JSON, {"kind": "all" | "tags" | "search" | "hand", ...}. reading: shown in an order of its own.
CREATE TABLE timeline (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  choice TEXT NOT NULL,
  lanes TEXT NOT NULL CHECK (lanes IN ('none', 'outlet', 'tag', 'actor', 'state')),
  reading INTEGER NOT NULL CHECK (reading IN (0, 1)),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX timeline_name ON timeline (name COLLATE NOCASE) WHERE deleted_at IS NULL;

-- What goes beyond a timeline's choice: events taken in or left out by hand, and their places in the order of reading.
CREATE TABLE timeline_event (
  timeline_id INTEGER NOT NULL REFERENCES timeline (id),
  event_id INTEGER NOT NULL REFERENCES event (id),
  verdict TEXT CHECK (verdict IN ('in', 'out')),
  position REAL,
  PRIMARY KEY (timeline_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX timeline_event_event ON timeline_event (event_id);
`
