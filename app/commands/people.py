"""Who I am, and who is in the team."""

from collections.abc import Callable
from dataclasses import replace

from app.commands.conflicts import in_one_transaction, refuse_if_changed
from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.texts import role_name
from app.domain.change import ChangeSet
from app.domain.person import Person, PersonId, Role
from app.errors import InvalidInputError, MissingError, RefusedError
from app.storage import people
from app.wording import _


def choose_person(session: Session, *, person_id: PersonId) -> ChangeSet:
    """Say who acts from now on; what was done before can no longer be undone by them."""
    found = next((p for p in people.all_people(session.engine) if p.id == person_id), None)
    if found is None or not found.is_active:
        raise MissingError(_("This person is not in the calendar: choose another."))
    if session.me is None or session.me.id != found.id:
        session.undo_steps.clear()
        session.redo_steps.clear()
    session.me = found
    # what exports are made of: a window stands before anybody is chosen
    from app.commands.recovery import recover_exports  # noqa: PLC0415

    recovered = recover_exports(session)
    said = [_("You are {name}").format(name=found.name), *recovered]
    return ChangeSet(". ".join(said), everything=bool(recovered))


def in_the_name_of(
    person: Person | None, command: Callable[[Session], ChangeSet]
) -> Callable[[Session], ChangeSet]:
    """Return a command that counts for this person alone.

    RefusedError where somebody else has sat down before it was carried out: what one has read and
    written is nobody else's word.
    """

    def carried_out(session: Session) -> ChangeSet:
        if person is not None and session.me is not None and session.me.id != person.id:
            raise RefusedError(
                _("{name} does not sit here any more, so this was not done.").format(
                    name=person.name
                )
            )
        return command(session)

    return carried_out


@in_one_transaction
def save_person(session: Session, *, person: Person, base: Person | None = None) -> ChangeSet:
    """Add a person or change one; only an owner may, and one owner always stays.

    Who was added by mistake has left the team once that is undone. ConflictError where somebody
    has changed the person since they were as in `base`.
    """
    session.owner()
    person = replace(person, name=person.name.strip())
    known = {one.id: one for one in people.all_people(session.engine)}
    before = known.get(person.id)
    refuse_if_changed(
        session,
        before.name if before else person.name,
        base=base,
        now=before,
        wanted=person,
        table="person_version",
        person_id=person.id,
    )
    _check(person, [one for one in known.values() if one.id != person.id])
    if not Setting.of(session.engine).markets.keys() >= set(person.markets):
        raise MissingError(_("Choose markets of this calendar, or all of them."))
    former = before or replace(person, is_active=False)
    label, done = _words(before, person)
    with session.changing(
        label, lambda later, _why: save_person(later, person=former), by=Session.owner
    ) as stamp:
        people.save_person(session.engine, stamp, person)
    return ChangeSet.of_setting(label, done)


def _check(person: Person, others: list[Person]) -> None:
    if not person.name:
        raise InvalidInputError(_("Give the person a name."))
    if person.is_active and any(
        one.is_active and one.name.casefold() == person.name.casefold() for one in others
    ):
        raise InvalidInputError(
            _("There is already somebody called {name}: add a second name.").format(
                name=person.name
            )
        )
    if not any(one.may_own for one in (*others, person)):
        raise RefusedError(
            _("A calendar needs an owner: make somebody else {role} first.").format(
                role=Role.OWNER.value
            )
        )


def _words(before: Person | None, person: Person) -> tuple[str, str]:
    """Return what undo calls a change of a person, and what one is told of it."""
    role = role_name(person.role).lower()
    if before is None:
        label, done = _("Add {name}"), _("{name} is in the team now: {role}")
    elif before.is_active != person.is_active:
        label = _("Let {name} take part again") if person.is_active else _("Let {name} leave")
        done = _("{name} takes part again") if person.is_active else _("{name} has left the team")
    elif before.role is not person.role:
        label, done = _("Change the role of {name}"), _("{name} is a {role} now")
        if person.role is Role.OWNER:
            done = _("{name} is an owner now")
    elif before.name != person.name:
        label, done = _("Rename {before}"), _("{before} is called {name} now")
    else:
        label, done = _("Change {name}"), _("Changed {name}")
    facts = {"name": person.name, "role": role, "before": before.name if before else ""}
    return label.format(**facts), done.format(**facts)
