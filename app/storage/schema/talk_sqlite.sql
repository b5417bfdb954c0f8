-- The triggers of the fourth step, for SQLite.

-- A yes is never of words that one has suggested: neither of what says them now, nor of a post that
-- took them over since it was last approved by as many as were asked.
CREATE TRIGGER decision_suggested BEFORE INSERT ON decision BEGIN
  SELECT RAISE(ABORT, 'EC403 own-work')
   WHERE NEW.verdict = 'approve' AND EXISTS (
     SELECT 1 FROM suggested_version
     WHERE post_id = NEW.post_id AND person_id = NEW.reviewer
       AND (fingerprint = NEW.fingerprint OR seq > coalesce((
         SELECT max(seq) FROM complete_approval WHERE post_id = NEW.post_id), 0)));
END;

CREATE TRIGGER assignment_known BEFORE INSERT ON assignment BEGIN
  SELECT RAISE(ABORT, 'EC404 post') WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post_id);
  SELECT RAISE(ABORT, 'EC422 assignee')
   WHERE NEW.assignee <> '' AND NOT EXISTS (
     SELECT 1 FROM current_person p
     WHERE p.person_id = NEW.assignee AND p.is_active = 1 AND p.role IN ('reviewer', 'owner'));
END;

CREATE TRIGGER comment_known BEFORE INSERT ON comment BEGIN
  SELECT RAISE(ABORT, 'EC404 post') WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post_id);
END;

CREATE TRIGGER comment_state_known BEFORE INSERT ON comment_state BEGIN
  SELECT RAISE(ABORT, 'EC404 comment')
   WHERE NOT EXISTS (
     SELECT 1 FROM comment WHERE comment_id = NEW.comment_id AND post_id = NEW.post_id);
END;

CREATE TRIGGER suggestion_known BEFORE INSERT ON suggestion BEGIN
  SELECT RAISE(ABORT, 'EC404 post') WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post_id);
  SELECT RAISE(ABORT, 'EC409 moved-on')
   WHERE NOT EXISTS (
     SELECT 1 FROM current_post WHERE post_id = NEW.post_id AND revision = NEW.revision);
END;

-- Whoever accepts has written the version that says it; nobody accepts what they suggested, and
-- nobody takes back what another suggested.
CREATE TRIGGER suggestion_answered BEFORE INSERT ON suggestion_answer BEGIN
  SELECT RAISE(ABORT, 'EC404 suggestion')
   WHERE NOT EXISTS (
     SELECT 1 FROM suggestion
     WHERE suggestion_id = NEW.suggestion_id AND post_id = NEW.post_id);
  SELECT RAISE(ABORT, 'EC409 answered')
   WHERE EXISTS (SELECT 1 FROM suggestion_answer WHERE suggestion_id = NEW.suggestion_id);
  SELECT RAISE(ABORT, 'EC403 own-suggestion')
   WHERE (NEW.answer = 'withdraw') IS NOT (
     (SELECT actor FROM audit WHERE seq = NEW.seq) = (
       SELECT e.actor FROM audit e JOIN suggestion s ON s.seq = e.seq
       WHERE s.suggestion_id = NEW.suggestion_id));
  SELECT RAISE(ABORT, 'EC409 moved-on')
   WHERE NOT CASE NEW.answer WHEN 'accept' THEN EXISTS (
       SELECT 1 FROM current_post p JOIN suggestion s ON s.suggestion_id = NEW.suggestion_id
       JOIN audit e ON e.seq = NEW.seq
       WHERE p.post_id = NEW.post_id AND p.revision = NEW.revision
         AND p.editor = e.actor AND p.seq > s.seq)
     ELSE NEW.revision = 0 END;
END;
