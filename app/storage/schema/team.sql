-- The second step: what a team knows and decides beside its posts, and flags of comparisons.
-- As in tables.sql, history is append-only, and the newest row of a key counts.

CREATE TABLE team_term(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  term_id TEXT NOT NULL CHECK (term_id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('avoid', 'spell')),
  words TEXT NOT NULL,
  markets TEXT NOT NULL,
  language TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('note', 'caution', 'stop')),
  why TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  reason TEXT NOT NULL
) /*STRICT*/;
CREATE INDEX team_term_by_term ON team_term(term_id, seq);

CREATE TABLE web_domain(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  domain TEXT NOT NULL CHECK (domain <> ''),
  market TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  reason TEXT NOT NULL
) /*STRICT*/;

-- Who is there in each week, and when nobody is; single shifts stand in `duty`.
CREATE TABLE duty_week(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  duty_id TEXT NOT NULL CHECK (duty_id <> ''),
  person_id TEXT NOT NULL,
  market TEXT NOT NULL,
  weekdays TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  zone TEXT NOT NULL,
  on_holidays INTEGER NOT NULL CHECK (on_holidays IN (0, 1)),
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  reason TEXT NOT NULL
) /*STRICT*/;
CREATE INDEX duty_week_by_market ON duty_week(market);

CREATE TABLE duty_gap(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  gap_id TEXT NOT NULL CHECK (gap_id <> ''),
  market TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  zone TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  reason TEXT NOT NULL
) /*STRICT*/;
CREATE INDEX duty_gap_by_market ON duty_gap(market, starts);

CREATE TABLE severity_rule(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  rule TEXT NOT NULL CHECK (rule <> ''),
  market TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('', 'note', 'caution', 'stop')),
  reason TEXT NOT NULL
) /*STRICT*/;

CREATE TABLE home_version(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  country TEXT NOT NULL,
  reason TEXT NOT NULL
) /*STRICT*/;

-- Unguarded, like flag_cache: flags that come from other posts, as last worked out, and the place in
-- the audit at which that was. A row without a version says that they must be worked out anew.
CREATE TABLE comparison_cache(
  post_id TEXT NOT NULL,
  version TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  flags TEXT NOT NULL,
  PRIMARY KEY (post_id, version)
) /*STRICT*/;

-- The posts of one channel around a day: what a post is compared with.
CREATE INDEX revision_by_channel ON revision(channel, local) WHERE local IS NOT NULL;
