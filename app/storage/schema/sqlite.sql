-- Guards of SQLite that are written by hand; the uniform ones come from guards.py.
-- A message is a class of error and the name of a rule; app/storage/refusals.py has the sentences.

CREATE TRIGGER audit_chained BEFORE INSERT ON audit BEGIN
  SELECT RAISE(ABORT, 'EC409 chain')
   WHERE NEW.seq IS NOT (SELECT 1 + coalesce(max(seq), 0) FROM audit);
  SELECT RAISE(ABORT, 'EC409 chain')
   WHERE NEW.prev IS NOT coalesce((SELECT hash FROM audit WHERE seq = NEW.seq - 1), '');
  SELECT RAISE(ABORT, 'EC422 hash')
   WHERE NEW.hash IS NOT sha256(/*HASHED audit*/);
END;
CREATE TRIGGER audit_frozen BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'EC403 append-only');
END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'EC403 append-only');
END;

CREATE TRIGGER calendar_once BEFORE INSERT ON calendar BEGIN
  SELECT RAISE(ABORT, 'EC403 one-calendar') WHERE NEW.seq <> 1;
  SELECT RAISE(ABORT, 'EC403 one-calendar') WHERE EXISTS (SELECT 1 FROM calendar);
END;

-- The first person of an empty calendar is an owner; every later one is saved by an owner.
CREATE TRIGGER person_by_owner BEFORE INSERT ON person_version BEGIN
  SELECT RAISE(ABORT, 'EC403 first-owner')
   WHERE NOT EXISTS (SELECT 1 FROM person_version)
     AND NOT (NEW.role = 'owner' AND NEW.is_active = 1);
  SELECT RAISE(ABORT, 'EC403 owner')
   WHERE EXISTS (SELECT 1 FROM person_version)
     AND NOT EXISTS (
       SELECT 1 FROM audit a JOIN current_person p ON p.person_id = a.actor
       WHERE a.seq = NEW.seq AND p.is_active = 1 AND p.role = 'owner');
  SELECT RAISE(ABORT, 'EC403 last-owner')
   WHERE NOT (NEW.role = 'owner' AND NEW.is_active = 1)
     AND EXISTS (SELECT 1 FROM person_version)
     AND NOT EXISTS (
       SELECT 1 FROM current_person p
       WHERE p.person_id <> NEW.person_id AND p.is_active = 1 AND p.role = 'owner');
END;

-- A code, once given, always means the same market: DE-0142 never means two posts.
CREATE TRIGGER market_code BEFORE INSERT ON market_version BEGIN
  SELECT RAISE(ABORT, 'EC422 market-code')
   WHERE EXISTS (
     SELECT 1 FROM market_version m WHERE m.code = NEW.code AND m.market_id <> NEW.market_id);
END;

CREATE TRIGGER channel_identity BEFORE INSERT ON channel_version BEGIN
  SELECT RAISE(ABORT, 'EC404 market')
   WHERE NOT EXISTS (SELECT 1 FROM market_version WHERE market_id = NEW.market);
  SELECT RAISE(ABORT, 'EC403 channel-identity')
   WHERE EXISTS (
     SELECT 1 FROM channel_version c
     WHERE c.channel_id = NEW.channel_id
       AND NOT (c.market = NEW.market AND c.network = NEW.network AND c.handle = NEW.handle
         AND c.account_id = NEW.account_id AND c.account_zone = NEW.account_zone));
END;

CREATE TRIGGER medium_digest BEFORE INSERT ON medium BEGIN
  SELECT RAISE(ABORT, 'EC422 medium')
   WHERE NEW.digest IS NOT sha256(NEW.bytes) OR NEW.size IS NOT length(NEW.bytes);
END;

CREATE TRIGGER post_market BEFORE INSERT ON post BEGIN
  SELECT RAISE(ABORT, 'EC404 market')
   WHERE NOT EXISTS (SELECT 1 FROM market_version WHERE market_id = NEW.market);
END;

-- Compare and set: an edit is the next revision or nothing.
CREATE TRIGGER revision_next BEFORE INSERT ON revision BEGIN
  SELECT RAISE(ABORT, 'EC404 post') WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post_id);
  SELECT RAISE(ABORT, 'EC409 stale')
   WHERE NEW.revision IS NOT (
     SELECT 1 + coalesce(max(revision), 0) FROM revision WHERE post_id = NEW.post_id);
  SELECT RAISE(ABORT, 'EC403 own-name')
   WHERE NOT EXISTS (
     SELECT 1 FROM audit WHERE seq = NEW.seq AND actor = NEW.editor AND at = NEW.at);
  SELECT RAISE(ABORT, 'EC404 channel')
   WHERE NOT EXISTS (
     SELECT 1 FROM channel_version WHERE channel_id = NEW.channel AND market = NEW.market);
  SELECT RAISE(ABORT, 'EC422 fingerprint')
   WHERE NEW.fp_version <> 1 OR NEW.fingerprint IS NOT sha256(NEW.fp_version || /*CONTENT*/);
END;

-- Any reviewer may say no. A yes is never of one's own work: of what one wrote, or of a post that
-- one has edited since it was last approved by as many as were asked.
CREATE TRIGGER decision_made BEFORE INSERT ON decision BEGIN
  SELECT RAISE(ABORT, 'EC403 own-name')
   WHERE NOT EXISTS (
     SELECT 1 FROM audit WHERE seq = NEW.seq AND actor = NEW.reviewer AND at = NEW.at);
  SELECT RAISE(ABORT, 'EC404 post') WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post_id);
  SELECT RAISE(ABORT, 'EC409 moved-on')
   WHERE NOT EXISTS (
     SELECT 1 FROM current_post
     WHERE post_id = NEW.post_id AND revision = NEW.revision AND fingerprint = NEW.fingerprint);
  SELECT RAISE(ABORT, 'EC403 own-work')
   WHERE NEW.verdict = 'approve' AND EXISTS (
     SELECT 1 FROM revision
     WHERE post_id = NEW.post_id AND editor = NEW.reviewer
       AND (fingerprint = NEW.fingerprint OR seq > coalesce((
         SELECT max(seq) FROM complete_approval WHERE post_id = NEW.post_id), 0)));
  SELECT RAISE(ABORT, 'EC403 own-work')
   WHERE NEW.verdict = 'approve' AND EXISTS (
     SELECT 1 FROM authorship WHERE post_id = NEW.post_id AND person_id = NEW.reviewer);
END;

CREATE TRIGGER hold_lift_once BEFORE INSERT ON hold_lift BEGIN
  SELECT RAISE(ABORT, 'EC404 hold') WHERE NOT EXISTS (SELECT 1 FROM hold WHERE id = NEW.hold_id);
  SELECT RAISE(ABORT, 'EC409 lifted')
   WHERE EXISTS (SELECT 1 FROM hold_lift WHERE hold_id = NEW.hold_id);
END;

CREATE TRIGGER export_anchored BEFORE INSERT ON export BEGIN
  SELECT RAISE(ABORT, 'EC409 anchor')
   WHERE NEW.head_seq >= NEW.seq OR NOT EXISTS (
     SELECT 1 FROM audit WHERE seq = NEW.head_seq AND hash = NEW.head_hash);
END;

-- The structural part of the gate: see app/domain/gate.py.
CREATE TRIGGER export_item_gate BEFORE INSERT ON export_item BEGIN
  SELECT RAISE(ABORT, 'EC404 export')
   WHERE NOT EXISTS (SELECT 1 FROM export WHERE id = NEW.export_id);
  SELECT RAISE(ABORT, 'EC409 moved-on')
   WHERE NOT EXISTS (
     SELECT 1 FROM current_post
     WHERE post_id = NEW.post_id AND revision = NEW.revision AND fingerprint = NEW.fingerprint);
  SELECT RAISE(ABORT, 'EC403 not-ready')
   WHERE EXISTS (
     SELECT 1 FROM current_post
     WHERE post_id = NEW.post_id AND (ready = 0 OR cancelled = 1 OR local IS NULL));
  SELECT RAISE(ABORT, 'EC403 past')
   WHERE NEW.instant <= (SELECT at FROM audit WHERE seq = NEW.seq);
  SELECT RAISE(ABORT, 'EC403 held')
   WHERE EXISTS (
     SELECT 1 FROM hold_on_revision
     WHERE post_id = NEW.post_id AND revision = NEW.revision AND lifted_seq IS NULL);
  SELECT RAISE(ABORT, 'EC403 not-approved')
   WHERE NOT coalesce((
       SELECT count(DISTINCT reviewer) FROM standing_approval
       WHERE post_id = NEW.post_id AND fingerprint = NEW.fingerprint
         AND seq > coalesce((
           SELECT max(lifted_seq) FROM hold_on_revision
           WHERE hold_on_revision.post_id = NEW.post_id
             AND hold_on_revision.revision = NEW.revision), 0)
     ) >= (
       SELECT required FROM standing_approval
       WHERE post_id = NEW.post_id AND fingerprint = NEW.fingerprint
       ORDER BY seq DESC LIMIT 1), 0);
  SELECT RAISE(ABORT, 'EC403 still-queued')
   WHERE EXISTS (
     SELECT 1 FROM hand_over
     WHERE post_id = NEW.post_id AND closed_seq IS NULL
       AND instant > (SELECT at FROM audit WHERE seq = NEW.seq));
END;

CREATE TRIGGER hand_over_known BEFORE INSERT ON hand_over_closed BEGIN
  SELECT RAISE(ABORT, 'EC404 hand-over')
   WHERE NOT EXISTS (
     SELECT 1 FROM export_item WHERE export_id = NEW.export_id AND post_id = NEW.post_id);
  SELECT RAISE(ABORT, 'EC409 closed')
   WHERE EXISTS (
     SELECT 1 FROM hand_over_closed WHERE export_id = NEW.export_id AND post_id = NEW.post_id);
END;
