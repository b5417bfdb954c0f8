-- The fourth step: what is said of a post before it is decided. None of it is content: no comment,
-- assignment or suggestion changes a fingerprint. As in tables.sql, history is append-only.

-- Who is asked to decide a post, and by when; the newest row of a post counts. Nobody named means
-- any reviewer, and no moment means the usual one.
CREATE TABLE assignment(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  post_id TEXT NOT NULL REFERENCES post(id),
  assignee TEXT NOT NULL,
  decide_by TEXT NOT NULL
) /*STRICT*/;
CREATE INDEX assignment_by_post ON assignment(post_id, seq);

CREATE TABLE comment(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  comment_id TEXT NOT NULL UNIQUE CHECK (comment_id <> ''),
  post_id TEXT NOT NULL REFERENCES post(id),
  text TEXT NOT NULL CHECK (text <> ''),
  mentions TEXT NOT NULL
) /*STRICT*/;
CREATE INDEX comment_by_post ON comment(post_id, seq);

-- Resolved or open again: the newest row of a comment counts.
CREATE TABLE comment_state(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  comment_id TEXT NOT NULL REFERENCES comment(comment_id),
  post_id TEXT NOT NULL,
  is_resolved INTEGER NOT NULL CHECK (is_resolved IN (0, 1))
) /*STRICT*/;
CREATE INDEX comment_state_by_comment ON comment_state(comment_id, seq);
CREATE INDEX comment_state_by_post ON comment_state(post_id);

-- Other words for some fields of one version; `fingerprint` is that of the version with them.
CREATE TABLE suggestion(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  suggestion_id TEXT NOT NULL UNIQUE CHECK (suggestion_id <> ''),
  post_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  fields TEXT NOT NULL,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  note TEXT NOT NULL,
  FOREIGN KEY (post_id, revision) REFERENCES revision(post_id, revision)
) /*STRICT*/;
CREATE INDEX suggestion_by_post ON suggestion(post_id, seq);

-- `revision` is the version that an accepted suggestion became, else 0.
CREATE TABLE suggestion_answer(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  suggestion_id TEXT NOT NULL UNIQUE REFERENCES suggestion(suggestion_id),
  post_id TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('accept', 'decline', 'withdraw')),
  revision INTEGER NOT NULL,
  note TEXT NOT NULL
) /*STRICT*/;
CREATE INDEX suggestion_answer_by_post ON suggestion_answer(post_id);

CREATE VIEW current_assignment AS
  SELECT a.* FROM assignment a
  WHERE a.seq = (SELECT max(n.seq) FROM assignment n WHERE n.post_id = a.post_id);

-- Versions that say what somebody had suggested, because that was accepted, or because the same was
-- written by hand: whoever suggested it is an author of them. See app/domain/gate.py.
CREATE VIEW suggested_version AS
  SELECT r.post_id, r.revision, r.seq, r.fingerprint, r.undo_of, e.actor AS person_id
  FROM suggestion s
  JOIN audit e ON e.seq = s.seq
  JOIN revision r ON r.post_id = s.post_id AND r.seq > s.seq
  WHERE r.fingerprint = s.fingerprint
     OR EXISTS (
       SELECT 1 FROM suggestion_answer a
       WHERE a.suggestion_id = s.suggestion_id AND a.answer = 'accept' AND a.revision = r.revision);
