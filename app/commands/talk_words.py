"""What was said, suggested and asked about a post, in the words of its history."""

from app.commands.dates import moment
from app.commands.texts import field_name
from app.domain.assignment import Assignment
from app.domain.person import NOBODY, PersonId
from app.domain.post import PostId
from app.domain.suggestion import Answer, Suggestion
from app.storage import assignments, comments, people, suggestions
from app.storage.engine import Engine
from app.wording import _


def words_of_talk(engine: Engine, post_id: PostId) -> dict[int, str]:
    """Return what was said about a post, by the place in the audit."""
    names = {person.id: person.name for person in people.all_people(engine)}
    words = {seq: _asked(said, names) for seq, said in assignments.all_of_post(engine, post_id)}
    for comment in comments.of_post(engine, post_id):
        words[comment.seq] = _("Commented: {words}").format(words=comment.text)
    for seq, is_resolved in comments.states_of_post(engine, post_id):
        words[seq] = _("Resolved a comment") if is_resolved else _("Reopened a comment")
    for suggestion in suggestions.of_post(engine, post_id):
        words[suggestion.seq] = _suggested(suggestion)
    for seq, answer, note in suggestions.answers_of_post(engine, post_id):
        words[seq] = f"{answer_words(answer)}: {note}" if note else answer_words(answer)
    return words


def answer_words(answer: Answer) -> str:
    """Return what became of a suggestion."""
    return {
        Answer.ACCEPT: _("Accepted a suggestion"),
        Answer.DECLINE: _("Declined a suggestion"),
        Answer.WITHDRAW: _("Took back a suggestion"),
    }[answer]


def _asked(said: Assignment, names: dict[PersonId, str]) -> str:
    nobody = said.assignee == NOBODY
    who = _("any reviewer") if nobody else names.get(said.assignee, said.assignee)
    if said.decide_by is None:
        return _("Asked {who} to decide").format(who=who)
    when = moment(said.decide_by.astimezone().replace(tzinfo=None))
    return _("Asked {who} to decide by {when}").format(who=who, when=when)


def _suggested(suggestion: Suggestion) -> str:
    fields = ", ".join(field_name(one.field) for one in suggestion.words)
    words = _("Suggested an edit of {fields}").format(fields=fields)
    return f"{words}: {suggestion.note}" if suggestion.note else words
