"""What people try with other tools: nothing gets past the guards, or it shows."""
# ruff: noqa: S608 — these statements are the attack

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from app.domain.channel import ChannelId
from app.domain.decision import Verdict
from app.domain.hold import Scope
from app.domain.market import Market, MarketId
from app.domain.person import Person, PersonId, Role
from app.domain.suggestion import Answer
from app.errors import AppError, CalendarFileError
from app.storage import people, posts
from app.storage.audit import head, record, verify
from app.storage.chain import hash_of
from app.storage.hashtags import confirm, withdraw
from app.storage.markets import retire_channel, save_market, withdraw_market
from app.storage.post_rows import revision_row
from app.storage.schema import letter_index
from app.storage.schema.guards import GUARDED
from app.storage.sqlite import open_calendar
from tests.app.storage.ground import Desk

AT = "2026-11-01T12:00:00.000Z"
EVIL = "f" * 64


@pytest.fixture
def worth_attacking(calendar_path):
    """One post waits; one was approved and then changed; one has left; a hold was lifted."""
    desk = Desk.at(calendar_path)
    waiting = desk.create()
    changed = desk.edit("ana", desk.approved(), text="Sneaky")
    left = desk.approved()
    desk.export(left)
    desk.lift(desk.hold())
    desk.lift(desk.hold(scope=Scope.POST, target=waiting.id))
    record(
        desk.engine,
        desk.stamp("ana"),
        "resolve",
        "comment_state",
        {
            "comment_id": desk.comment("ben", waiting, "Why?").id,
            "post_id": waiting.id,
            "is_resolved": 1,
        },
    )
    desk.assign("ana", waiting, "ben")
    retire_channel(desk.engine, desk.stamp("olga"), ChannelId("fr-ig"), is_retired=True)
    italy = Market(MarketId("it"), "IT", "Italy", "IT", ("it",), "Europe/Rome")
    save_market(desk.engine, desk.stamp("olga"), italy)
    withdraw_market(desk.engine, desk.stamp("olga"), italy.id, is_withdrawn=True)
    places = confirm(desk.engine, desk.stamp("ben"), ["brot"], MarketId("de"), "")
    withdraw(desk.engine, desk.stamp("ben"), places, are_withdrawn=True)
    desk.answer("ana", desk.suggest("ben", waiting, text="Better"), Answer.DECLINE)
    desk.engine.close()
    assert [post.id for post in (waiting, changed, left)] == ["post-1", "post-2", "post-3"]
    return calendar_path


@pytest.fixture
def attacked(worth_attacking):
    desk = Desk.at(worth_attacking, names="later")
    yield desk
    desk.engine.close()


STATEMENTS = {
    "change a text": "UPDATE revision SET text = 'evil' WHERE post_id = 'post-1'",
    "change a text or ignore": "UPDATE OR IGNORE revision SET text = 'evil'",
    "change a name, which no fingerprint covers": "UPDATE revision SET name = 'evil'",
    "delete a revision": "DELETE FROM revision WHERE post_id = 'post-2' AND revision = 2",
    "replace a revision": "INSERT OR REPLACE INTO revision SELECT * FROM revision LIMIT 1",
    "move a revision": "UPDATE OR REPLACE revision SET revision = 1 WHERE post_id = 'post-2'",
    "upsert a revision": """
        INSERT INTO revision SELECT * FROM revision WHERE post_id = 'post-1'
        ON CONFLICT DO UPDATE SET text = 'evil'""",
    "delete a post": "DELETE FROM post WHERE id = 'post-2'",
    "give a post another id": "UPDATE post SET id = 'post-9' WHERE id = 'post-2'",
    "replace a post": "INSERT OR REPLACE INTO post SELECT * FROM post LIMIT 1",
    "take a number": """
        INSERT OR REPLACE INTO post SELECT seq + 100, 'post-9', market, number FROM post LIMIT 1""",
    "approve without a record": f"""
        INSERT INTO decision SELECT (SELECT max(seq) FROM audit), post_id, revision, fingerprint,
        'approve', 'ben', '{AT}', '', '[]', 0, '[]', 1, '', '' FROM revision""",
    "approve under an old record": """
        INSERT INTO decision SELECT seq - 1, 'post-1', 1, fingerprint, verdict, reviewer, at, note,
        seen, remembrance, shown, required, knowledge, rules FROM decision LIMIT 1""",
    "replace a decision": "INSERT OR REPLACE INTO decision SELECT * FROM decision LIMIT 1",
    "turn a verdict": "UPDATE decision SET verdict = 'refuse'",
    "point an approval elsewhere": "UPDATE decision SET revision = 2 WHERE post_id = 'post-2'",
    "delete a decision": "DELETE FROM decision",
    "export without a record": f"""
        INSERT INTO export_item SELECT (SELECT max(seq) FROM audit), 'export-1', post_id, revision,
        fingerprint, '[]', 'x.csv', 1, '2031{AT[4:]}' FROM revision WHERE post_id = 'post-1'""",
    "rewrite the ledger": "UPDATE export_item SET fingerprint = fingerprint",
    "forget an export": "DELETE FROM export_item",
    "unlift a hold": "DELETE FROM hold_lift",
    "unlift the hold of a post": "DELETE FROM post_hold_lift",
    "forget the hold of a post": "DELETE FROM post_hold",
    "hold another post instead": "UPDATE post_hold SET post_id = 'post-2'",
    "hold a post in silence": """
        INSERT INTO post_hold SELECT max(seq), 'x', 'post-2', 'evil' FROM audit""",
    "put words into a comment": "UPDATE comment SET text = 'evil'",
    "forget a comment": "DELETE FROM comment",
    "resolve in silence": "UPDATE comment_state SET is_resolved = 1",
    "change what was suggested": "UPDATE suggestion SET fingerprint = fingerprint || ''",
    "disown a suggestion": "DELETE FROM suggestion",
    "turn an answer": "UPDATE suggestion_answer SET answer = 'decline'",
    "use a channel again in silence": "UPDATE channel_retired SET is_retired = 0",
    "retire a channel": "INSERT INTO channel_retired SELECT max(seq), 'de-ig', 1 FROM audit",
    "bring a market back in silence": "UPDATE market_withdrawn SET is_withdrawn = 0",
    "withdraw a market": "INSERT INTO market_withdrawn SELECT max(seq), 'de', 1 FROM audit",
    "confirm a hashtag in silence": "DELETE FROM hashtag_withdrawn",
    "ask another": "UPDATE assignment SET assignee = 'eva'",
    "shorten a hold": "UPDATE hold SET target = 'fr', scope = 'market'",
    "edit an event": "UPDATE audit SET actor = 'eva' WHERE seq = 1",
    "edit an event or ignore": "UPDATE OR IGNORE audit SET hash = '' WHERE seq = 1",
    "cut the last event off": "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
    "replace an event": "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 3",
    "an event with a hash of one's own": f"""
        INSERT INTO audit SELECT max(seq) + 1, '{AT}', 'eva', 'x', 'y', 'z:1', 'd', hash, '{EVIL}'
        FROM audit""",
    "an event far ahead": f"""
        INSERT INTO audit SELECT max(seq) + 9, '{AT}', 'eva', 'x', 'y', 'z:1', 'd', hash, '{EVIL}'
        FROM audit""",
    "promote oneself": "UPDATE person_version SET role = 'owner' WHERE person_id = 'ana'",
    "promote oneself by a new row": """
        INSERT INTO person_version SELECT (SELECT max(seq) FROM audit), person_id, name, 'owner',
        login, languages, markets, 1 FROM person_version WHERE person_id = 'ana'""",
    "no sample any more": "UPDATE calendar SET is_sample = 1",
    "a second calendar": """
        INSERT INTO calendar SELECT seq + 1, id || '2', name, made_at, 1 FROM calendar""",
    "forget the calendar": "DELETE FROM calendar",
    "lower the policy": "INSERT INTO policy_version SELECT max(seq), 1, '' FROM audit",
    "switch a day off": "INSERT INTO day_switch SELECT max(seq), 'x', 'de', 1, '' FROM audit",
}


UNGUARDED = {
    *("draft", "flag_cache", "comparison_cache", "view_setting"),
    *("post_words", "post_words_left", letter_index.TABLE, *letter_index.SHADOWS),
}


def outsider(path, *, forged):
    connection = sqlite3.connect(path)
    if forged:
        connection.create_function("sha256", 1, forged_sha256, deterministic=True)
    for setting in (
        "foreign_keys=OFF",
        "recursive_triggers=OFF",
        "ignore_check_constraints=ON",
    ):
        connection.execute(f"PRAGMA {setting}")
    return closing(connection)


def forged_sha256(value):
    return hashlib.sha256(value if isinstance(value, bytes) else value.encode()).hexdigest()


@pytest.mark.parametrize("forged", [False, True], ids=["bare", "forged-sha256"])
@pytest.mark.parametrize("attempt", STATEMENTS)
def test_no_statement_of_another_tool_gets_through(worth_attacking, attempt, forged):
    with outsider(worth_attacking, forged=forged) as connection:
        with pytest.raises(sqlite3.Error, match=r"EC4\d\d|sha256"):
            connection.execute(STATEMENTS[attempt])
        connection.commit()
    with closing(open_calendar(worth_attacking)) as engine:
        assert verify(engine) == ()


def test_without_our_sha256_nothing_can_be_added_at_all(worth_attacking):
    with outsider(worth_attacking, forged=False) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if name not in UNGUARDED and not name.startswith("_")
        ]
        assert len(tables) == 1 + len(GUARDED)
        for table in tables:
            with pytest.raises(sqlite3.OperationalError, match="sha256"):
                connection.execute(f"INSERT INTO {table} DEFAULT VALUES")


# The next attempts are recorded properly, as a program with our own code could do it.


def signed(desk, who, table, row, action="x"):
    return record(desk.engine, desk.stamp(who), action, table, row)


def decision_row(desk, post_id="post-1", reviewer="ben", **changes):
    (post,) = posts.by_ids(desk.engine, [post_id])
    row = {
        "post_id": post_id,
        "revision": post.revision,
        "fingerprint": post.fingerprint,
        "verdict": "approve",
        "reviewer": reviewer,
        "at": AT,
        "note": "",
        "seen": "[]",
        "remembrance": 0,
        "shown": "[]",
        "required": 1,
        "knowledge": "",
        "rules": "",
    }
    return row | changes


def item_row(desk, post_id, **changes):
    (post,) = posts.by_ids(desk.engine, [post_id])
    row = {
        "export_id": "export-1",
        "post_id": post_id,
        "revision": post.revision,
        "fingerprint": post.fingerprint,
        "decisions": "[]",
        "file": "x.csv",
        "file_row": 1,
        "instant": "2031-01-01T00:00:00.000Z",
    }
    return row | changes


def taken_over(desk):
    return desk.take_over("ana", desk.suggest("ben", desk.create(), text="By Ben"))


def accepted_as_another(desk):
    post = desk.create()
    made = desk.suggest("ben", post, text="By Ben")
    taken = desk.edit("eva", post, text="By Ben")
    desk.answer("ana", made, Answer.ACCEPT, revision=taken.revision)


def answered_twice(desk):
    made = desk.suggest("ben", desk.create(), text="By Ben")
    for _time in range(2):
        desk.answer("ana", made, Answer.DECLINE)


def person_row(person_id, role, is_active=1):
    return {
        "person_id": person_id,
        "name": "",
        "role": role,
        "login": "",
        "languages": "[]",
        "markets": "[]",
        "is_active": is_active,
    }


def edited(desk, who, editor, base=1, **changes):
    (post,) = posts.by_ids(desk.engine, ["post-1"])
    row = revision_row(desk.stamp(editor), post.changed(text="Other"))
    return signed(desk, who, "revision", row | {"revision": base + 1} | changes)


def elsewhere(desk):
    (post,) = posts.by_ids(desk.engine, ["post-1"])
    there = post.changed(text="Other", market="fr", channel="fr-ig")
    row = revision_row(desk.stamp("ana"), there)
    return {name: row[name] for name in ("market", "channel", "fingerprint")}


def market_row(market_id, code):
    columns = "name country languages zone region subdivisions hours"
    return {"market_id": market_id, "code": code} | dict.fromkeys(columns.split(), "")


def lift_row(desk):
    hold = desk.hold(scope=Scope.POST, target="post-1")
    return {"hold_id": hold.id, "post_id": "post-1", "reason": ""}


def switch_row():
    return {"observance": "de-9-november", "market": "de", "is_off": 1, "reason": "Because"}


RECORDED = {
    ("approve as planner", "Only reviewers"): lambda desk: signed(
        desk, "ana", "decision", decision_row(desk, reviewer="ana")
    ),
    ("approve in another name", "own name"): lambda desk: signed(
        desk, "eva", "decision", decision_row(desk, reviewer="ben")
    ),
    ("approve at another time", "own name"): lambda desk: signed(
        desk, "ben", "decision", decision_row(desk, at="2020" + AT[4:])
    ),
    ("approve by a ghost", "Only reviewers"): lambda desk: signed(
        desk, "ghost", "decision", decision_row(desk, reviewer="ghost")
    ),
    ("approve an old revision", "has changed"): lambda desk: signed(
        desk, "ben", "decision", decision_row(desk, "post-2", revision=1)
    ),
    ("approve with the fingerprint of another content", "has changed"): lambda desk: signed(
        desk, "ben", "decision", decision_row(desk, fingerprint=EVIL)
    ),
    ("approve a post that is not there", "no such post"): lambda desk: signed(
        desk, "ben", "decision", decision_row(desk) | {"post_id": "post-9"}
    ),
    ("approve alone as the remembrance", "Two people"): lambda desk: signed(
        desk, "ben", "decision", decision_row(desk, remembrance=1)
    ),
    ("approve what one had suggested", "Who wrote a post"): lambda desk: signed(
        desk, "ben", "decision", decision_row(desk, taken_over(desk).id)
    ),
    ("suggest as planner", "Only reviewers"): lambda desk: desk.suggest(
        "ana", desk.create(), text="Mine"
    ),
    ("suggest for an old version", "has changed"): lambda desk: desk.suggest(
        "ben", replace(desk.create(), revision=0), text="Old"
    ),
    ("accept what one had suggested", "Who suggested"): lambda desk: desk.take_over(
        "ben", desk.suggest("ben", desk.create(), text="By Ben")
    ),
    ("take back what another had suggested", "Who suggested"): lambda desk: desk.answer(
        "eva", desk.suggest("ben", desk.create(), text="By Ben"), Answer.WITHDRAW
    ),
    ("accept without the words", "has changed"): lambda desk: desk.answer(
        "ana", desk.suggest("ben", desk.create(), text="By Ben"), Answer.ACCEPT, revision=1
    ),
    ("accept as what another wrote", "has changed"): accepted_as_another,
    ("decline as a version", "has changed"): lambda desk: desk.answer(
        "ana", desk.suggest("ben", desk.create(), text="By Ben"), Answer.DECLINE, revision=1
    ),
    ("answer twice", "answered already|already"): answered_twice,
    ("answer what nobody suggested", "no such suggestion"): lambda desk: signed(
        desk,
        "ana",
        "suggestion_answer",
        {
            "suggestion_id": "none",
            "post_id": "post-1",
            "answer": "decline",
            "revision": 0,
            "note": "",
        },
    ),
    ("ask a planner to decide", "Only reviewers"): lambda desk: desk.assign(
        "ana", desk.create(), "ana"
    ),
    ("ask for a post that is not there", "no such post"): lambda desk: desk.assign(
        "ana", desk.draft(), "ben"
    ),
    ("comment on a post that is not there", "no such post"): lambda desk: desk.comment(
        "ana", desk.draft(), "Hello"
    ),
    ("resolve what nobody said", "no such comment"): lambda desk: signed(
        desk,
        "ana",
        "comment_state",
        {"comment_id": "none", "post_id": "post-1", "is_resolved": 1},
    ),
    ("refuse as planner", "Only reviewers"): lambda desk: signed(
        desk, "ana", "decision", decision_row(desk, reviewer="ana", verdict="refuse")
    ),
    ("export what nobody approved", "not approved"): lambda desk: signed(
        desk, "ana", "export_item", item_row(desk, "post-1")
    ),
    ("export what has changed since", "not approved"): lambda desk: signed(
        desk, "ana", "export_item", item_row(desk, "post-2")
    ),
    ("export the earlier approved revision", "has changed"): lambda desk: signed(
        desk, "ana", "export_item", item_row(desk, "post-2", revision=1)
    ),
    ("export into an export that is not there", "no such export"): lambda desk: signed(
        desk, "ana", "export_item", item_row(desk, "post-3", export_id="export-9")
    ),
    ("hand over twice", "already|still queued"): lambda desk: signed(
        desk, "ana", "export_item", item_row(desk, "post-3", export_id="export-1")
    ),
    ("promote oneself", "Only an owner"): lambda desk: signed(
        desk, "ana", "person_version", person_row("ana", "owner")
    ),
    ("add a reviewer as reviewer", "Only an owner"): lambda desk: signed(
        desk, "ben", "person_version", person_row("max", "reviewer")
    ),
    ("remove the last owner", "needs an owner"): lambda desk: signed(
        desk, "olga", "person_version", person_row("olga", "owner", is_active=0)
    ),
    ("add a market as reviewer", "Only an owner"): lambda desk: signed(
        desk, "ben", "market_version", market_row("it", "IT")
    ),
    ("take the code of another market", "code"): lambda desk: signed(
        desk, "olga", "market_version", market_row("it", "DE")
    ),
    ("change the policy as reviewer", "Only an owner"): lambda desk: signed(
        desk, "ben", "policy_version", {"approvers_on_stop": 1, "reason": ""}
    ),
    ("lift a hold as planner", "Only reviewers"): lambda desk: signed(
        desk, "ana", "hold_lift", {"hold_id": desk.hold().id, "reason": ""}
    ),
    ("lift the hold of a post as planner", "Only reviewers"): lambda desk: signed(
        desk, "ana", "post_hold_lift", lift_row(desk)
    ),
    ("lift the hold of a post by naming another", "no such hold"): lambda desk: signed(
        desk, "ben", "post_hold_lift", lift_row(desk) | {"post_id": "post-2"}
    ),
    ("place a hold in the name of the hold of a post", "already"): lambda desk: signed(
        desk,
        "ana",
        "hold",
        {
            "id": desk.hold(scope=Scope.POST, target="post-1").id,
            "scope": "campaign",
            "target": "x",
            "reason": "",
        },
    ),
    ("hold a post in the name of another hold", "already"): lambda desk: signed(
        desk, "ana", "post_hold", {"id": desk.hold().id, "post_id": "post-1", "reason": ""}
    ),
    ("switch a day off as planner", "Only reviewers"): lambda desk: signed(
        desk, "ana", "day_switch", switch_row()
    ),
    ("edit in another name", "own name"): lambda desk: edited(desk, "ana", "eva"),
    ("edit without being one of the team", "Only people of this calendar"): lambda desk: edited(
        desk, "ghost", "ghost"
    ),
    ("edit a stale version", "first|already"): lambda desk: edited(desk, "ana", "ana", base=0),
    ("skip a version", "first"): lambda desk: edited(desk, "ana", "ana", base=2),
    ("edit under an old fingerprint", "fingerprint"): lambda desk: edited(
        desk, "ana", "ana", fingerprint=EVIL
    ),
    ("edit under another way to make fingerprints", "fingerprint"): lambda desk: edited(
        desk, "ana", "ana", fp_version=2
    ),
    ("move to a channel of another market", "no such channel"): lambda desk: edited(
        desk, "ana", "ana", channel="fr-ig"
    ),
    ("move a post to another market", "stays in its market"): lambda desk: edited(
        desk, "ana", "ana", **elsewhere(desk)
    ),
    ("a second calendar", "one calendar"): lambda desk: signed(
        desk, "olga", "calendar", {"id": "2", "name": "", "made_at": AT, "is_sample": 0}
    ),
    ("an export that knows no head", "went on"): lambda desk: signed(
        desk,
        "ana",
        "export",
        {
            "id": "export-9",
            "preset": "",
            "folder": "",
            "manifest_sha": EVIL,
            "head_seq": 1,
            "head_hash": EVIL,
        },
    ),
    ("a picture under the digest of another", "file changed"): lambda desk: signed(
        desk,
        "ana",
        "medium",
        {
            "digest": EVIL,
            "mime": "image/png",
            "width": 1,
            "height": 1,
            "size": 1,
            "file_name": "x.png",
            "bytes": b"x",
        },
    ),
}


@pytest.mark.parametrize(("attempt", "told"), RECORDED)
def test_no_recorded_entry_breaks_a_rule(attacked, attempt, told):
    with pytest.raises(AppError, match=told):
        RECORDED[attempt, told](attacked)
    assert verify(attacked.engine) == ()


def test_who_was_made_inactive_can_do_nothing_any_more(attacked):
    gone = Person(PersonId("ben"), "Ben", Role.REVIEWER, is_active=False)
    people.save_person(attacked.engine, attacked.stamp("olga"), gone)
    waiting = posts.by_ids(attacked.engine, ["post-1"])[0]
    for verdict in Verdict:
        with pytest.raises(AppError):
            attacked.decide("ben", waiting, verdict)
    with pytest.raises(AppError):
        attacked.create("ben")


def test_in_a_file_nobody_can_prove_who_acted(attacked):
    """The limit of a single file, said in docs/security.md: identity is what the program says."""
    signed(attacked, "ben", "decision", decision_row(attacked))
    signed(attacked, "olga", "person_version", person_row("ana", "owner"))
    assert verify(attacked.engine) == ()


def test_a_made_up_event_shows(worth_attacking):
    with closing(open_calendar(worth_attacking)) as engine:
        newest = head(engine)
    event = {
        "seq": newest.seq + 1,
        "at": AT,
        "actor": "eva",
        "origin": "x",
        "action": "approve",
        "entity": "decision:post-1@1",
        "digest": EVIL,
        "prev": newest.hash,
    }
    with outsider(worth_attacking, forged=True) as connection:
        marks = ", ".join(f":{name}" for name in (*event, "hash"))
        connection.execute(f"INSERT INTO audit VALUES ({marks})", event | {"hash": hash_of(event)})
        connection.commit()
    with closing(open_calendar(worth_attacking)) as engine:
        assert [finding.subject for finding in verify(engine)] == ["decision:post-1@1"]


OWNER_OF_THE_FILE = {
    "change a text": (
        ["revision_frozen"],
        "UPDATE revision SET text = 'evil' WHERE post_id = 'post-1'",
    ),
    "change a name": (
        ["revision_frozen"],
        "UPDATE revision SET name = 'evil' WHERE post_id = 'post-1'",
    ),
    "turn a verdict": (["decision_frozen"], "UPDATE decision SET verdict = 'refuse'"),
    "delete a decision": (["decision_kept"], "DELETE FROM decision WHERE post_id = 'post-2'"),
    "delete a hold": (["hold_kept"], "DELETE FROM hold"),
    "change an actor": (["audit_frozen"], "UPDATE audit SET actor = 'eva' WHERE seq = 11"),
    "cut the middle out": (["audit_kept"], "DELETE FROM audit WHERE seq = 11"),
    "add a decision": (
        ["decision_recorded", "decision_made"],
        """INSERT INTO decision SELECT 999, 'post-1', 1, fingerprint, verdict, reviewer, at, note,
           seen, remembrance, shown, required, knowledge, rules FROM decision LIMIT 1""",
    ),
    "exchange a picture": (["medium_frozen"], "UPDATE medium SET bytes = x'00'"),
}


@pytest.mark.parametrize("attempt", OWNER_OF_THE_FILE)
def test_what_the_owner_of_the_file_does_shows(attacked, worth_attacking, attempt):
    triggers, statement = OWNER_OF_THE_FILE[attempt]
    row = {"mime": "", "width": 1, "height": 1, "size": 1, "file_name": "", "bytes": b"x"}
    signed(attacked, "ana", "medium", row | {"digest": hashlib.sha256(b"x").hexdigest()})
    with outsider(worth_attacking, forged=True) as connection:
        kept = [trigger_text(connection, name) for name in triggers]
        for name in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        assert connection.execute(statement).rowcount > 0
        for text in kept:
            connection.execute(text)
        connection.commit()
    assert verify(attacked.engine)


def trigger_text(connection, name):
    ((text,),) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,))
    return text


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER revision_frozen",
        "DROP VIEW standing_approval",
        "DROP INDEX revision_by_day",
        "ALTER TABLE draft ADD COLUMN extra TEXT",
        "CREATE TABLE extra (x)",
        "CREATE TRIGGER audit_extra AFTER INSERT ON audit BEGIN SELECT 1; END",
    ],
)
def test_a_calendar_whose_schema_was_changed_is_not_opened(worth_attacking, statement):
    with outsider(worth_attacking, forged=False) as connection:
        connection.execute(statement)
        connection.commit()
    for read_only in (False, True):
        with pytest.raises(CalendarFileError, match="guards"):
            open_calendar(worth_attacking, read_only=read_only)


def test_a_change_of_the_schema_under_an_open_calendar_shows(attacked, worth_attacking):
    with outsider(worth_attacking, forged=False) as connection:
        connection.execute("DROP TRIGGER revision_frozen")
        connection.commit()
    assert [finding.subject for finding in verify(attacked.engine)] == ["schema"]


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER revision_frozen",
        "DROP TABLE audit",
        "ALTER TABLE audit RENAME TO history",
        "ATTACH ':memory:' AS other",
        "CREATE TABLE extra (x)",
        "CREATE TEMP TABLE post (x)",
        "CREATE TEMP VIEW standing_approval AS SELECT 1",
        "CREATE TEMP TRIGGER t AFTER INSERT ON audit BEGIN SELECT 1; END",
        "CREATE INDEX extra ON audit(at)",
        "PRAGMA writable_schema = ON",
        "PRAGMA recursive_triggers = OFF",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA ignore_check_constraints = ON",
        "PRAGMA journal_mode = OFF",
        "PRAGMA synchronous = OFF",
        "VACUUM",
        "REINDEX",
        "DELETE FROM sqlite_master",
    ],
)
def test_our_own_connection_cannot_touch_the_schema(desk, statement):
    with pytest.raises(
        sqlite3.DatabaseError, match=r"not authorized|prohibited|may not be|authorization denied"
    ):
        desk.engine.read(statement)
    assert desk.create().revision == 1


def remembered(desk, reviewer, **changes):
    row = decision_row(desk, reviewer=reviewer, remembrance=1, **changes)
    return signed(desk, reviewer, "decision", row)


def leave(desk):
    return signed(desk, "ana", "export_item", item_row(desk, "post-1"))


def test_one_remembrance_lets_nothing_out_however_often_it_is_said(attacked):
    for _time in range(3):
        remembered(attacked, "ben", required=2)
    with pytest.raises(AppError, match="not approved"):
        leave(attacked)
    signed(attacked, "eva", "decision", decision_row(attacked, reviewer="eva"))
    with pytest.raises(AppError, match="approve it alike"):
        leave(attacked)
    remembered(attacked, "eva", required=2)
    leave(attacked)


def test_a_remembrance_from_before_that_rule_asks_for_two_as_well(worth_attacking, attacked):
    with outsider(worth_attacking, forged=False) as connection:
        connection.execute("DROP TRIGGER decision_remembrance")
    remembered(attacked, "ben")
    with pytest.raises(AppError, match="not approved"):
        leave(attacked)
    remembered(attacked, "eva")
    leave(attacked)
