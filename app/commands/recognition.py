"""Which row of a sheet is which post of an earlier import: by its number, else by what it says.

A row keeps its post when the file is renamed, when a row is inserted above it and all are numbered
anew, and when its day or its text was edited. Where that is not clear, it is a post of its own.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, partial
from itertools import count

from app.commands import known_posts
from app.commands.known_posts import KnownPost
from app.commands.likeness import (
    ALIKE,
    ROUGHLY_ALIKE,
    all_contents,
    all_days,
    all_times,
    all_words,
    day_of,
    is_alike,
    is_on_its_day,
    likeness,
    words_of,
)
from app.domain.channel import ChannelId
from app.domain.post import PostId
from app.exchange.planned import PlannedPost
from app.exchange.source_ids import another
from app.storage import imported
from app.storage.engine import Engine

_NEARBY = timedelta(days=62)
"""How far from the days of the sheet a post can stand and still be looked for."""
_REWORDED_WITHIN = timedelta(days=14)
"""How far a row can have been moved if its text was edited as well."""
_FEW = 5
"""So few numbered rows prove nothing about each other."""
_SOME = 4
"""One known row in so many shows that the sheet was imported before."""
_CLEARLY = 5.0
"""How much more alike than the next one a text must be."""

Fits = Callable[[PlannedPost, KnownPost], bool]


@dataclass(frozen=True, slots=True)
class Recognised:
    """A row, with the id under which it is kept, and the post that it is, if it is known."""

    row: PlannedPost
    known: KnownPost | None = None


def recognise(
    engine: Engine, rows: Sequence[PlannedPost], *, today: date
) -> tuple[Recognised, ...]:
    """Return for each row of a sheet, in order, which post of the calendar it is."""
    return _Recognition(engine, rows, today).result()


def known_by_source(engine: Engine, source_ids: Iterable[str]) -> dict[str, list[KnownPost]]:
    """Return the posts that have these ids, or had them, leaving out imports taken back."""
    ids = imported.ids_by_source(engine, source_ids)
    known = known_posts.load(engine, {post_id for found in ids.values() for post_id in found})
    by_source = {
        source_id: [known[post_id] for post_id in found if post_id in known]
        for source_id, found in ids.items()
    }
    return {source_id: found for source_id, found in by_source.items() if found}


class _Recognition:
    """One sheet and one calendar: each way to know a row is tried on those still unknown."""

    def __init__(self, engine: Engine, rows: Sequence[PlannedPost], today: date) -> None:
        self._engine = engine
        self._rows = rows
        self._today = today
        self._matches: dict[int, KnownPost] = {}
        self._taken: set[PostId] = set()
        self._used, self._candidates = _with_other_plans(engine, rows)
        self._is_short = sum(row.has_own_number for row in rows) < _FEW
        self._numbers_count = self._do_numbers_count()

    def result(self) -> tuple[Recognised, ...]:
        """Return each row with its post."""
        self._match_by_id(self._has_exactly_this_id)
        self._match_by_id(self._says_exactly_this)
        if len(self._matches) < len(self._rows):
            self._match_the_rest(self._posts_nearby())
        return tuple(self._recognised(place) for place in range(len(self._rows)))

    # --- by id --------------------------------------------------------------------------------

    def _do_numbers_count(self) -> bool:
        """Tell whether the numbers are those of this plan, or of another that counts alike."""
        pairs = [
            (row, known)
            for row in self._rows
            if row.has_own_number
            for known in self._candidates[row.source_id][:1]
        ]
        same = sum(
            words_of(row) in all_words(known)
            or (is_on_its_day(row, known) and is_alike(row, known, at_least=ROUGHLY_ALIKE))
            for row, known in pairs
        )
        return len(pairs) < _FEW or same * 2 >= len(pairs)

    def _match_by_id(self, fits: Fits) -> None:
        for place, row in self._unknown_rows():
            candidates = (k for k in self._candidates[row.source_id] if not self._is_taken(k))
            known = next((known for known in candidates if fits(row, known)), None)
            if known:
                self._match(place, known)

    def _has_exactly_this_id(self, row: PlannedPost, known: KnownPost) -> bool:
        """An id made of what a row says is proof; a number is one only together with all of it."""
        if row.has_own_number:
            return (words_of(row), row.local) in all_contents(known)
        return known.present.source_id == row.source_id

    def _says_exactly_this(self, row: PlannedPost, known: KnownPost) -> bool:
        if not row.has_own_number:
            return True
        is_same = self._numbers_count and words_of(row) in all_words(known)
        return is_same and (not self._is_short or self._may_be_moved(row, known))

    def _match_edited_numbers(self) -> None:
        """Match rows of which nothing is left but the number to the post of their own plan."""
        for place, row in self._unknown_rows():
            if row.has_own_number and self._numbers_count:
                free = (k for k in self._candidates[row.source_id] if not self._is_taken(k))
                own = (k for k in free if self._is_of_this_plan(row, k))
                if known := next(own, None):
                    self._match(place, known)

    def _is_of_this_plan(self, row: PlannedPost, known: KnownPost) -> bool:
        if not self._is_short and self._matches:
            return _plan_of(known) == self._plan and _is_nearby(row, known)
        shares = is_on_its_day(row, known) or is_alike(row, known, at_least=ALIKE)
        return shares and self._may_be_moved(row, known)

    def _may_be_moved(self, row: PlannedPost, known: KnownPost) -> bool:
        """What has gone out is not moved to another day: its words are used once more."""
        day = known.present.content.day
        return day is None or day >= self._today or is_on_its_day(row, known)

    # --- by what it says ----------------------------------------------------------------------

    def _match_the_rest(self, near: Sequence[KnownPost]) -> None:
        self._match_unique(near, lambda row: (words_of(row), row.local), all_contents)
        self._match_unique(near, lambda row: (words_of(row), day_of(row)), all_days)
        self._match_edited_numbers()
        is_this_plan = self._is_this_plan(near)

        def may_have_moved(row: PlannedPost, known: KnownPost) -> bool:
            if is_on_its_day(row, known) or row.local is None or not known.present.content.day:
                return True
            return is_this_plan and self._may_be_moved(row, known)

        def may_be_rewritten(row: PlannedPost, known: KnownPost) -> bool:
            """The time alone says little: two plans can fill the same hours of a channel."""
            is_one_post = len(self._rows) < _FEW and not row.is_time_guessed
            says_nothing_else = not (row.has_own_number and _has_number(known))
            is_likely = (is_this_plan or is_one_post) and says_nothing_else
            return is_likely or is_alike(row, known, at_least=ROUGHLY_ALIKE)

        self._match_unique(near, words_of, all_words, may_have_moved)
        self._match_unique(near, lambda row: row.local, all_times, may_be_rewritten)
        self._match_reworded(near, may_have_moved)

    def _posts_nearby(self) -> list[KnownPost]:
        rows = [row for _place, row in self._unknown_rows()]
        days = [row.local.date() for row in rows if row.local] or [self._today]
        channels = {row.channel.id for row in rows}
        ids = imported.ids_near(self._engine, channels, min(days) - _NEARBY, max(days) + _NEARBY)
        free = [post_id for post_id in ids if post_id not in self._taken]
        return list(known_posts.load(self._engine, free).values())

    def _is_this_plan(self, near: Sequence[KnownPost]) -> bool:
        """Tell whether so many rows are known that the others can be edited ones of this plan."""
        words = {(_channel_of(known), one) for known in near for one in all_words(known)}
        known = len(self._matches) + sum(
            (row.channel.id, words_of(row)) in words for _place, row in self._unknown_rows()
        )
        return known * _SOME >= len(self._rows)

    def _match_unique(
        self,
        near: Sequence[KnownPost],
        of_row: Callable[[PlannedPost], Hashable],
        of_post: Callable[[KnownPost], frozenset[Hashable]],
        fits: Fits = lambda _row, _known: True,
    ) -> None:
        """Match a row and a post that say the same, where no other row and no other post does."""
        rows: defaultdict[Hashable, list[int]] = defaultdict(list)
        for place, row in self._unknown_rows():
            rows[row.channel.id, of_row(row)].append(place)
        posts: defaultdict[Hashable, list[KnownPost]] = defaultdict(list)
        for known in near:
            if not self._is_taken(known):
                for said in of_post(known):
                    posts[_channel_of(known), said].append(known)
        for key, places in rows.items():
            candidates = posts.get(key, [])
            if len(places) == len(candidates) == 1 and not self._is_taken(candidates[0]):
                (place,), (known,) = places, candidates
                if fits(self._rows[place], known):
                    self._match(place, known)

    def _match_reworded(self, near: Sequence[KnownPost], fits: Fits) -> None:
        shelves = _Shelves(known for known in near if not self._is_taken(known))
        claims: defaultdict[PostId, list[tuple[float, int, KnownPost]]] = defaultdict(list)
        for place, row in self._unknown_rows():
            near_it = [known for known in shelves.around(row) if fits(row, known)]
            if found := _most_alike(row, near_it):
                alike, known = found
                claims[known.present.id].append((alike, place, known))
        for claimed in claims.values():
            (best, place, known), *others = sorted(claimed, key=lambda claim: -claim[0])
            if all(best >= alike + _CLEARLY for alike, _place, _known in others):
                self._match(place, known)

    # --- what is matched ----------------------------------------------------------------------

    def _unknown_rows(self) -> Iterator[tuple[int, PlannedPost]]:
        unknown = [place for place in range(len(self._rows)) if place not in self._matches]
        return ((place, self._rows[place]) for place in unknown)

    def _is_taken(self, known: KnownPost) -> bool:
        return known.present.id in self._taken

    def _match(self, place: int, known: KnownPost) -> None:
        self._matches[place] = known
        self._taken.add(known.present.id)

    def _recognised(self, place: int) -> Recognised:
        row, known = self._rows[place], self._matches.get(place)
        if known is None:
            ids = (_id_in(row, plan) for plan in count(self._plan if row.has_own_number else 1))
            free = next(one for one in ids if one not in self._used)
            self._used.add(free)
            return Recognised(replace(row, source_id=free))
        if not row.has_own_number:
            return Recognised(row, known)
        kept = known.present.source_id
        is_of_this_number = kept.partition("~")[0] == row.source_id
        here = kept if is_of_this_number else _id_in(row, self._plan)
        return Recognised(replace(row, source_id=here), known)

    @cached_property
    def _plan(self) -> int:
        """As the how-manieth with its numbers this plan came in, or comes in now.

        Several plans can count their rows alike: January and February both have a no. 1.
        """
        numbered = [row for row in self._rows if row.has_own_number]
        known = Counter(
            _plan_of(self._matches[place])
            for place in self._matches
            if self._rows[place].has_own_number
        )
        if known:
            return known.most_common(1)[0][0]
        return next(
            plan
            for plan in count(1)
            if not any(_id_in(row, plan) in self._used for row in numbered)
        )


class _Shelves:
    """Posts by channel and day, to look only where a row can have been moved to."""

    def __init__(self, posts: Iterable[KnownPost]) -> None:
        self._undated: defaultdict[ChannelId, list[KnownPost]] = defaultdict(list)
        self._dated: defaultdict[ChannelId, list[tuple[date, KnownPost]]] = defaultdict(list)
        for known in posts:
            content = known.present.content
            if content.day is None:
                self._undated[content.channel].append(known)
            else:
                self._dated[content.channel].append((content.day, known))
        for shelf in self._dated.values():
            shelf.sort(key=lambda one: one[0])

    def around(self, row: PlannedPost) -> list[KnownPost]:
        """Return the posts of the tray and those within two weeks of a row's day."""
        undated, day = self._undated[row.channel.id], day_of(row)
        if day is None:
            return undated
        shelf = self._dated[row.channel.id]
        first = bisect_left(shelf, day - _REWORDED_WITHIN, key=lambda one: one[0])
        end = bisect_right(shelf, day + _REWORDED_WITHIN, key=lambda one: one[0])
        return [*undated, *(known for _day, known in shelf[first:end])]


def _most_alike(
    row: PlannedPost, candidates: Iterable[KnownPost]
) -> tuple[float, KnownPost] | None:
    """Return the post whose words are clearly the most alike, or of several the one on its day."""
    found = [
        (alike, known)
        for known in candidates
        if (alike := likeness(row, known, at_least=ALIKE - _CLEARLY)) > 0
    ]
    best = max((alike for alike, _known in found), default=0.0)
    if best < ALIKE:
        return None
    rivals = [one for one in found if one[0] > best - _CLEARLY]
    if len(rivals) > 1:
        rivals = [one for one in rivals if is_on_its_day(row, one[1])]
    return rivals[0] if len(rivals) == 1 else None


def _with_other_plans(
    engine: Engine, rows: Sequence[PlannedPost]
) -> tuple[set[str], defaultdict[str, list[KnownPost]]]:
    """Return the ids in use, and for each row the posts of every plan that has its number."""
    found: defaultdict[str, list[KnownPost]] = defaultdict(list)
    numbers = {row.source_id for row in rows if row.has_own_number}
    used: set[str] = set()
    asked = {row.source_id: row.source_id for row in rows}
    for plan in count(2):
        by_source = known_by_source(engine, asked)
        for source_id, known in by_source.items():
            used.add(source_id)
            found[asked[source_id]].extend(known)
        if numbers.isdisjoint(asked[source_id] for source_id in by_source):
            break
        asked = {another(number, plan): number for number in numbers}
    for row in rows:
        if len(found[row.source_id]) > 1:
            found[row.source_id].sort(key=partial(_distance, row))
    return used, found


def _distance(row: PlannedPost, known: KnownPost) -> tuple[bool, float]:
    return not is_on_its_day(row, known), -likeness(row, known, at_least=0.0)


def _is_nearby(row: PlannedPost, known: KnownPost) -> bool:
    """Tell whether a row can have been moved to its day from that of a post; the tray is near."""
    day, there = day_of(row), known.present.content.day
    return day is None or there is None or abs(day - there) <= _NEARBY


def _id_in(row: PlannedPost, plan: int) -> str:
    """Return the id of a row in the first plan that has its number, the second …"""
    return row.source_id if plan == 1 else another(row.source_id, plan)


def _plan_of(known: KnownPost) -> int:
    """Return with which of the plans that have its number a post came in; 1 where it has none."""
    _id, _mark, plan = known.present.source_id.rpartition("~")
    return int(plan) if _has_number(known) and plan.isdecimal() else 1


def _has_number(known: KnownPost) -> bool:
    return not known.present.source_id.startswith("#")


def _channel_of(known: KnownPost) -> ChannelId:
    return known.present.content.channel
