"""What the manifest tells of an export."""

import hashlib
import json
from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.medium import Medium
from app.exchange.manifest import StayedIn, build_manifest
from app.exchange.writer import write_files
from tests.app.exchange.builders import (
    BUFFER,
    PICTURE,
    approval,
    facts,
    on_account,
    row,
    spring_rows,
)


@pytest.fixture
def rows():
    return spring_rows()


def manifest(rows, papers=None, **changes):
    files = write_files(BUFFER, rows, name_prefix="spring")
    return json.loads(build_manifest(facts(*rows, **changes), BUFFER, files, papers))


def test_equal_exports_have_equal_manifests(rows):
    def once():
        files = write_files(BUFFER, rows, name_prefix="spring")
        return build_manifest(facts(*rows), BUFFER, files)

    assert once() == once()
    assert once().endswith(b"}\n")


def test_it_says_who_exported_what_from_where_and_when(rows):
    told = manifest(rows)
    assert (told["product"], told["product_version"], told["version"]) == (
        "Countersign",
        "0.1.0",
        1,
    )
    assert told["calendar"] == {"id": "calendar-1", "name": "Solvane 2030"}
    assert told["export"] == "7f3a"
    assert told["made_at"] == "2030-05-01T08:00:00.000Z"
    assert told["made_by"] == {"id": "lena", "name": "Lena Brandt"}
    assert told["audit_head_before"] == "ab" * 32
    assert told["period"] == {"first_day": "2030-05-13", "last_day": "2030-05-19"}
    assert told["markets"] == [{"code": "DE", "name": "Germany"}]
    assert told["preset"]["facts_as_of"] == "2026-09-29"
    assert told["preset"]["confidence"] == "A-"
    assert told["mark"] == ""


def test_a_sample_is_marked(rows):
    assert manifest(rows, is_sample=True)["mark"] == "SAMPLE"


def test_a_period_may_be_open(rows):
    told = manifest(rows, first_day=None, last_day=None)
    assert told["period"] == {"first_day": None, "last_day": None}


def test_each_file_is_listed_with_its_digest_and_the_zone_to_choose(rows):
    files = write_files(BUFFER, rows, name_prefix="spring")
    (listed,) = manifest(rows)["files"]
    assert listed["sha256"] == hashlib.sha256(files[0].data).hexdigest()
    assert (listed["name"], listed["rows"], listed["zone"]) == (files[0].name, 2, "Europe/Berlin")


def test_papers_are_listed_with_their_digest(rows):
    told = manifest(rows, papers={"hand-over.html": b"<p>"})
    assert told["papers"] == [
        {"name": "hand-over.html", "sha256": hashlib.sha256(b"<p>").hexdigest()}
    ]


def test_each_row_names_the_version_that_left_and_on_whose_word(rows):
    told = manifest(rows)["rows"][0]
    post = rows[0].post
    assert (told["row"], told["post"], told["post_id"]) == (2, "DE-0001", "p1")
    assert (told["revision"], told["fingerprint"]) == (1, post.fingerprint)
    assert told["approvals"] == [
        {
            "person": "marc",
            "name": "Marc Fournier",
            "decision": 20,
            "at": "2030-04-30T09:15:00.000Z",
            "remembrance": False,
        }
    ]


def test_an_approval_as_the_remembrance_says_so(rows):
    both = tuple(replace(approval(rows[0], seq=seq), remembrance=True) for seq in (5, 9))
    told = manifest(rows, decisions={rows[0].post.id: both})
    assert [one["remembrance"] for one in told["rows"][0]["approvals"]] == [True, True]


def test_every_approver_is_named(rows):
    both = (approval(rows[0], seq=5), approval(rows[0], seq=9))
    told = manifest(rows, decisions={rows[0].post.id: both})
    assert [one["decision"] for one in told["rows"][0]["approvals"]] == [5, 9]
    assert told["rows"][1]["approvals"] == []


def test_each_row_tells_its_time_three_ways():
    one = row(local=datetime(2027, 11, 10, 0, 15), channel=on_account("America/New_York"))
    told = manifest([one])["rows"][0]
    assert (told["local"], told["zone"]) == ("2027-11-10T00:15", "Europe/Berlin")
    assert told["instant"] == "2027-11-09T23:15:00.000Z"
    assert told["clock_in_file"] == "2027-11-09 18:15"


def test_what_stays_behind_is_kept_in_the_manifest():
    one = row(media=(Medium(PICTURE.url, alt="Ein Brot"),), labels=("café",), campaign="Herbst")
    assert manifest([one])["rows"][0]["left_behind"] == {
        "alt": ["Ein Brot"],
        "campaign": "Herbst",
        "labels": ["café"],
    }
    assert manifest([row()])["rows"][0]["left_behind"] == {}


def test_posts_that_stayed_in_are_named_with_their_reasons_but_without_their_texts(rows):
    secret = row(9, text="Not yet approved words")
    files = write_files(BUFFER, rows, name_prefix="spring")
    stayed = (StayedIn(row(8), ("held",)), StayedIn(secret, ("held", "not-approved")))
    data = build_manifest(facts(*rows, stayed_in=stayed), BUFFER, files)
    told = json.loads(data)["stayed_in"]
    assert told["count"] == 2
    assert told["reasons"] == {"held": 2, "not-approved": 1}
    assert [one["post"] for one in told["posts"]] == ["DE-0008", "DE-0009"]
    assert b"Not yet approved" not in data
