-- The triggers of the second step, for SQLite: that a post is the remembrance of its day is never
-- one person's word. See app/domain/gate.py.

CREATE TRIGGER decision_remembrance BEFORE INSERT ON decision BEGIN
  SELECT RAISE(ABORT, 'EC403 remembrance')
   WHERE NEW.verdict = 'approve' AND NEW.remembrance = 1 AND NEW.required < 2;
END;

CREATE TRIGGER export_item_remembrance BEFORE INSERT ON export_item BEGIN
  SELECT RAISE(ABORT, 'EC403 not-agreed')
   WHERE 1 < (
     SELECT count(DISTINCT d.remembrance) FROM standing_approval d
     WHERE d.post_id = NEW.post_id AND d.fingerprint = NEW.fingerprint
       AND d.seq = (
         SELECT max(n.seq) FROM standing_approval n
         WHERE n.post_id = d.post_id AND n.fingerprint = d.fingerprint
           AND n.reviewer = d.reviewer));
  -- decisions from before this step may bear the mark and ask for one person only
  SELECT RAISE(ABORT, 'EC403 not-approved')
   WHERE EXISTS (
       SELECT 1 FROM standing_approval d
       WHERE d.post_id = NEW.post_id AND d.fingerprint = NEW.fingerprint AND d.remembrance = 1
         AND d.seq = (
           SELECT max(n.seq) FROM standing_approval n
           WHERE n.post_id = d.post_id AND n.fingerprint = d.fingerprint))
     AND 2 > (
       SELECT count(DISTINCT d.reviewer) FROM standing_approval d
       WHERE d.post_id = NEW.post_id AND d.fingerprint = NEW.fingerprint AND d.remembrance = 1
         AND d.seq > coalesce((
           SELECT max(h.lifted_seq) FROM hold_on_revision h
           WHERE h.post_id = NEW.post_id AND h.revision = NEW.revision), 0));
END;
