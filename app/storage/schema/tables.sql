-- Tables, indexes and views, in SQL that both engines run. TEXT and INTEGER only; the bytes of a
-- medium are the one exception. STRICT stands in a comment because one engine alone knows it.
--
-- History is append-only. Each row of it carries `seq`, its place in the audit, as its primary key.

CREATE TABLE audit(
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  origin TEXT NOT NULL,
  action TEXT NOT NULL,
  entity TEXT NOT NULL,
  digest TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL
) /*STRICT*/;

CREATE TABLE calendar(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  made_at TEXT NOT NULL,
  is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1))
) /*STRICT*/;

CREATE TABLE knowledge(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  knowledge TEXT NOT NULL,
  rules TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) /*STRICT*/;

-- People, markets, channels and the policy: the newest row counts.

CREATE TABLE person_version(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  person_id TEXT NOT NULL CHECK (person_id <> ''),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('planner', 'reviewer', 'owner')),
  login TEXT NOT NULL,
  languages TEXT NOT NULL,
  markets TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) /*STRICT*/;
CREATE INDEX person_version_by_person ON person_version(person_id, seq);

CREATE TABLE market_version(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  market_id TEXT NOT NULL CHECK (market_id <> ''),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  languages TEXT NOT NULL,
  zone TEXT NOT NULL,
  region TEXT NOT NULL,
  subdivisions TEXT NOT NULL,
  hours TEXT NOT NULL
) /*STRICT*/;
CREATE INDEX market_version_by_market ON market_version(market_id, seq);

CREATE TABLE channel_version(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  channel_id TEXT NOT NULL CHECK (channel_id <> ''),
  market TEXT NOT NULL,
  network TEXT NOT NULL,
  name TEXT NOT NULL,
  handle TEXT NOT NULL,
  account_id TEXT NOT NULL,
  account_zone TEXT NOT NULL,
  reach TEXT NOT NULL
) /*STRICT*/;
CREATE INDEX channel_version_by_channel ON channel_version(channel_id, seq);

CREATE TABLE policy_version(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  approvers_on_stop INTEGER NOT NULL CHECK (approvers_on_stop >= 1),
  reason TEXT NOT NULL
) /*STRICT*/;

-- Posts and their versions.

CREATE TABLE medium(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
  mime TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  size INTEGER NOT NULL CHECK (size <= 20971520),
  file_name TEXT NOT NULL,
  bytes BLOB NOT NULL
) /*STRICT*/;

CREATE TABLE post(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  market TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  UNIQUE (market, number)
) /*STRICT*/;

CREATE TABLE authorship(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  post_id TEXT NOT NULL REFERENCES post(id),
  person_id TEXT NOT NULL,
  UNIQUE (post_id, person_id)
) /*STRICT*/;

-- The columns from `market` to `media` are the content: what the fingerprint is made of.
CREATE TABLE revision(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  post_id TEXT NOT NULL REFERENCES post(id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  editor TEXT NOT NULL,
  at TEXT NOT NULL,
  market TEXT NOT NULL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  local TEXT CHECK (length(local) = 16),
  zone TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  link TEXT NOT NULL,
  first_comment TEXT NOT NULL,
  tags TEXT NOT NULL,
  campaign TEXT NOT NULL,
  post_type TEXT NOT NULL,
  options TEXT NOT NULL,
  media TEXT NOT NULL,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  fp_version INTEGER NOT NULL,
  name TEXT NOT NULL,
  ready INTEGER NOT NULL CHECK (ready IN (0, 1)),
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  idea TEXT NOT NULL,
  gloss TEXT NOT NULL,
  labels TEXT NOT NULL,
  notes TEXT NOT NULL,
  source_id TEXT NOT NULL,
  series TEXT NOT NULL,
  occurrence INTEGER NOT NULL,
  copied_from TEXT NOT NULL,
  undo_of INTEGER NOT NULL,
  UNIQUE (post_id, revision)
) /*STRICT*/;
CREATE INDEX revision_by_day ON revision(local) WHERE local IS NOT NULL;
CREATE INDEX revision_by_market ON revision(market, local);
CREATE INDEX revision_undated ON revision(post_id) WHERE local IS NULL;
CREATE INDEX revision_by_source ON revision(source_id) WHERE source_id <> '';
CREATE INDEX revision_by_idea ON revision(idea) WHERE idea <> '';

CREATE TABLE decision(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  post_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('approve', 'changes', 'refuse', 'withdraw')),
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT NOT NULL,
  seen TEXT NOT NULL,
  remembrance INTEGER NOT NULL CHECK (remembrance IN (0, 1)),
  shown TEXT NOT NULL,
  required INTEGER NOT NULL CHECK (required >= 1),
  knowledge TEXT NOT NULL,
  rules TEXT NOT NULL,
  FOREIGN KEY (post_id, revision) REFERENCES revision(post_id, revision)
) /*STRICT*/;
CREATE INDEX decision_by_post ON decision(post_id, seq);

-- Holds, and what a team says about days, hashtags and duty.

CREATE TABLE hold(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  id TEXT NOT NULL UNIQUE,
  scope TEXT NOT NULL
    CHECK (scope IN ('everything', 'region', 'market', 'network', 'channel', 'campaign')),
  target TEXT NOT NULL,
  reason TEXT NOT NULL
) /*STRICT*/;

CREATE TABLE hold_lift(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  hold_id TEXT NOT NULL UNIQUE REFERENCES hold(id),
  reason TEXT NOT NULL
) /*STRICT*/;

CREATE TABLE day_switch(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  observance TEXT NOT NULL,
  market TEXT NOT NULL,
  is_off INTEGER NOT NULL CHECK (is_off IN (0, 1)),
  reason TEXT NOT NULL
) /*STRICT*/;

CREATE TABLE team_day(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  day_id TEXT NOT NULL,
  name TEXT NOT NULL,
  rule TEXT NOT NULL,
  markets TEXT NOT NULL,
  tone TEXT NOT NULL,
  severity TEXT NOT NULL,
  why TEXT NOT NULL,
  terms TEXT NOT NULL,
  clash TEXT NOT NULL,
  source TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  reason TEXT NOT NULL
) /*STRICT*/;

CREATE TABLE hashtag_confirmation(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  hashtag TEXT NOT NULL,
  market TEXT NOT NULL,
  note TEXT NOT NULL
) /*STRICT*/;
CREATE INDEX hashtag_confirmation_by_hashtag ON hashtag_confirmation(hashtag);

CREATE TABLE duty(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  duty_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  market TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  zone TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  reason TEXT NOT NULL
) /*STRICT*/;
CREATE INDEX duty_by_market ON duty(market, starts);

-- What has left.

CREATE TABLE export(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  id TEXT NOT NULL UNIQUE,
  preset TEXT NOT NULL,
  folder TEXT NOT NULL,
  manifest_sha TEXT NOT NULL CHECK (length(manifest_sha) = 64),
  head_seq INTEGER NOT NULL,
  head_hash TEXT NOT NULL
) /*STRICT*/;

CREATE TABLE export_item(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  export_id TEXT NOT NULL REFERENCES export(id),
  post_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  decisions TEXT NOT NULL,
  file TEXT NOT NULL,
  file_row INTEGER NOT NULL,
  instant TEXT NOT NULL CHECK (length(instant) = 24),
  UNIQUE (export_id, post_id),
  FOREIGN KEY (post_id, revision) REFERENCES revision(post_id, revision)
) /*STRICT*/;
CREATE INDEX export_item_by_post ON export_item(post_id, instant);
CREATE INDEX export_item_by_instant ON export_item(instant);

CREATE TABLE hand_over_closed(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  export_id TEXT NOT NULL,
  post_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  UNIQUE (export_id, post_id),
  FOREIGN KEY (export_id, post_id) REFERENCES export_item(export_id, post_id)
) /*STRICT*/;

-- Beside the history: what may change and go.

CREATE TABLE draft(
  post_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (post_id, person_id)
) /*STRICT*/;

CREATE TABLE flag_cache(
  fingerprint TEXT NOT NULL,
  facts_version TEXT NOT NULL,
  flags TEXT NOT NULL,
  PRIMARY KEY (fingerprint, facts_version)
) /*STRICT*/;

CREATE TABLE view_setting(
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) /*STRICT*/;

-- Views.

CREATE VIEW current_person AS
  SELECT p.* FROM person_version p
  WHERE p.seq = (SELECT max(n.seq) FROM person_version n WHERE n.person_id = p.person_id);

CREATE VIEW current_market AS
  SELECT m.* FROM market_version m
  WHERE m.seq = (SELECT max(n.seq) FROM market_version n WHERE n.market_id = m.market_id);

CREATE VIEW current_channel AS
  SELECT c.* FROM channel_version c
  WHERE c.seq = (SELECT max(n.seq) FROM channel_version n WHERE n.channel_id = c.channel_id);

CREATE VIEW numbered_revision AS
  SELECT r.*, p.number FROM revision r JOIN post p ON p.id = r.post_id;

CREATE VIEW current_post AS
  SELECT r.* FROM numbered_revision r
  WHERE NOT EXISTS (
    SELECT 1 FROM revision n WHERE n.post_id = r.post_id AND n.revision = r.revision + 1);

-- An approval stands until a later no on any content of the post. One by an author whom the post
-- inherited does not count, even where that was noted after it.
CREATE VIEW standing_approval AS
  SELECT d.* FROM decision d
  WHERE d.verdict = 'approve'
    AND d.seq > coalesce((
      SELECT max(n.seq) FROM decision n WHERE n.post_id = d.post_id AND n.verdict <> 'approve'), 0)
    AND NOT EXISTS (
      SELECT 1 FROM authorship a WHERE a.post_id = d.post_id AND a.person_id = d.reviewer);

-- The approval with which as many people as were asked had approved the same content.
CREATE VIEW complete_approval AS
  SELECT d.* FROM standing_approval d
  WHERE d.required <= (
    SELECT count(DISTINCT a.reviewer) FROM standing_approval a
    WHERE a.post_id = d.post_id AND a.fingerprint = d.fingerprint AND a.seq <= d.seq);

-- Each revision with each hold that covers its content.
CREATE VIEW hold_on_revision AS
  SELECT r.post_id, r.revision, h.id AS hold_id, h.seq AS placed_seq, l.seq AS lifted_seq
  FROM revision r
  JOIN hold h ON h.scope = 'everything'
    OR (h.scope = 'market' AND h.target = r.market)
    OR (h.scope = 'market' AND EXISTS (
      SELECT 1 FROM current_channel c JOIN current_market m ON m.market_id = h.target
      WHERE c.channel_id = r.channel AND c.reach LIKE '%"' || m.country || '"%'))
    OR (h.scope = 'channel' AND h.target = r.channel)
    OR (h.scope = 'campaign' AND h.target = r.campaign)
    OR (h.scope = 'region' AND h.target = (
      SELECT m.region FROM current_market m WHERE m.market_id = r.market))
    OR (h.scope = 'network' AND h.target = (
      SELECT c.network FROM current_channel c WHERE c.channel_id = r.channel))
  LEFT JOIN hold_lift l ON l.hold_id = h.id;

CREATE VIEW hand_over AS
  SELECT i.*, e.preset, c.seq AS closed_seq
  FROM export_item i
  JOIN export e ON e.id = i.export_id
  LEFT JOIN hand_over_closed c ON c.export_id = i.export_id AND c.post_id = i.post_id;
