"""What each rule is called and what it looks for, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.flag import Severity, family_of
from app.wording import _


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule or a family of rules as people read it."""

    name: str
    says: str = ""
    """What it looks for, in one sentence."""
    usual: tuple[Severity, ...] = ()
    """The severities that it gives by itself, the gravest first."""


def rule_or_family(rule: str) -> RuleWords:
    """Return the words of a rule or a family; what is not known is called as it is written."""
    return rules().get(rule) or families().get(rule) or RuleWords(rule)


def is_known(rule: str) -> bool:
    """Tell whether there is such a rule or family."""
    return rule in rules() or rule in families()


def families() -> Mapping[str, RuleWords]:
    """Return the families by the first part of their rules' names, in the order of a review."""
    return {
        "hold": RuleWords(_("Holds")),
        "day": RuleWords(_("Days")),
        "sensitive": RuleWords(_("Sensitive words")),
        "team": RuleWords(_("The team's own list")),
        "wording": RuleWords(_("Wording")),
        "date": RuleWords(_("Dates in the text")),
        "greeting": RuleWords(_("Greetings")),
        "outcome": RuleWords(_("Outcomes")),
        "language": RuleWords(_("Language")),
        "timing": RuleWords(_("Timing")),
        "channel": RuleWords(_("Channel")),
        "picture": RuleWords(_("Pictures")),
        "duty": RuleWords(_("Duty")),
        "duplicate": RuleWords(_("Twice on one channel")),
        "sibling": RuleWords(_("Siblings")),
        "hashtag": RuleWords(_("Hashtags")),
    }


def rules() -> Mapping[str, RuleWords]:
    """Return all rules by the name that their flags carry, family by family."""
    named = (
        _holds()
        | _days()
        | _sensitive()
        | _team()
        | _wording()
        | _dates()
        | _greetings()
        | _outcomes()
        | _language()
        | _timing()
        | _channel()
        | _pictures()
    )
    named |= _duplicates() | _siblings() | _hashtags() | _duty()
    order = list(families())
    return dict(sorted(named.items(), key=lambda item: order.index(family_of(item[0]))))


_NOTE, _CAUTION, _STOP, _BLOCKED = Severity
_BY_THE_DAY = (_STOP, _CAUTION, _NOTE)


def _holds() -> dict[str, RuleWords]:
    return {
        "hold.active": RuleWords(_("Hold"), _("A stop order covers the post."), (_STOP,)),
    }


def _days() -> dict[str, RuleWords]:
    return {
        "day.solemn": RuleWords(
            _("Solemn day"),
            _("The post stands on a day of mourning, remembrance, fasting or dispute."),
            _BY_THE_DAY,
        ),
        "day.eve": RuleWords(
            _("Eve of a solemn day"),
            _("A solemn day begins in the evening on which the post goes out."),
            _BY_THE_DAY,
        ),
        "day.moment": RuleWords(
            _("Quiet minute"),
            _("The post goes out in a minute or an hour of silence."),
            _BY_THE_DAY,
        ),
        "day.home": RuleWords(
            _("Grave day at home"),
            _("It is a grave day in the country in which the brand is at home."),
            (_CAUTION, _NOTE),
        ),
        "day.text": RuleWords(
            _("Solemn day in the text"),
            _("The text plans something for a solemn day that is still to come."),
            _BY_THE_DAY,
        ),
        "day.remembered-beside": RuleWords(
            _("Remembrance beside its day"),
            _("The text remembers a day, and goes out a day or two before or after it."),
            (_CAUTION,),
        ),
        "day.reach": RuleWords(
            _("Grave day where it is read"),
            _("It is a grave day in a country that the channel also reaches."),
            (_CAUTION, _NOTE),
        ),
        "day.switched-off": RuleWords(
            _("Day switched off"),
            _("The post stands on a day that a reviewer has switched off, with a reason."),
            (_NOTE,),
        ),
        "day.after": RuleWords(
            _("The day after"), _("A gravest day has ended with the evening before."), (_NOTE,)
        ),
        "day.sighting": RuleWords(
            _("Perhaps by sighting"),
            _("A grave day that follows the moon may fall one day earlier or later."),
            (_NOTE,),
        ),
        "day.weekend": RuleWords(
            _("Long weekend"), _("The long weekend ends with a grave day off work."), (_NOTE,)
        ),
        "day.holiday": RuleWords(
            _("Public holiday"), _("The post stands on a public or an observed holiday."), (_NOTE,)
        ),
    }


def _sensitive() -> dict[str, RuleWords]:
    return {
        "sensitive.term": RuleWords(
            _("Sensitive term"),
            _("A word recalls an atrocity or a disaster, insults people, or takes a side."),
            (_STOP, _CAUTION, _NOTE),
        ),
    }


def _team() -> dict[str, RuleWords]:
    return {
        "team.term": RuleWords(
            _("Term to avoid"),
            _("A word stands on the team's own list of words to avoid."),
            (_STOP, _CAUTION, _NOTE),
        ),
        "team.must-spell": RuleWords(
            _("Spelling of a name"),
            _("A name, price or hashtag of the team's list is almost spelt right."),
            (_STOP, _CAUTION, _NOTE),
        ),
    }


def _wording() -> dict[str, RuleWords]:
    return {
        "wording.names-and-sells": RuleWords(
            _("Names a memorial and sells"),
            _("One text speaks of a memorial day or of the dead, and sells or celebrates."),
            _BY_THE_DAY,
        ),
        "wording.selling-on-solemn-day": RuleWords(
            _("Sells on a solemn day"),
            _("Offers and prices stand on a day of mourning, remembrance, fasting or dispute."),
            _BY_THE_DAY,
        ),
        "wording.festive-on-solemn-day": RuleWords(
            _("Celebrates on a solemn day"),
            _("Cheer, jokes or festive emoji stand on a day on which people mourn or are quiet."),
            _BY_THE_DAY,
        ),
        "wording.appetite-on-solemn-day": RuleWords(
            _("Food and drink on a solemn day"),
            _("Food or drink is to be wanted on a day, or in a month, that rules it out."),
            _BY_THE_DAY,
        ),
        "wording.placeholder": RuleWords(
            _("Placeholder"),
            _("The text holds a template field, dummy text or a word to a colleague."),
            (_STOP, _CAUTION),
        ),
    }


def _dates() -> dict[str, RuleWords]:
    return {
        "date.weekday-mismatch": RuleWords(
            _("Weekday and date"),
            _("A date in the text does not fall on the weekday beside it."),
            (_CAUTION,),
        ),
        "date.passed": RuleWords(
            _("Date that is over"),
            _("A deadline or an invitation in the text lies before the post's own day."),
            (_CAUTION,),
        ),
        "date.relative": RuleWords(
            _("Today and tomorrow"),
            _("Words such as “tomorrow” or “good morning” do not fit the day or the hour."),
            (_CAUTION, _NOTE),
        ),
        "date.moved": RuleWords(
            _("Moved with its words"),
            _("The post was moved to another day since its “tomorrow” was written."),
            (_CAUTION,),
        ),
    }


def _greetings() -> dict[str, RuleWords]:
    return {
        "greeting.wrong-day": RuleWords(
            _("Good wishes on the wrong day"),
            _("The market has the day of the greeting on another date, or not at all."),
            (_CAUTION,),
        ),
    }


def _outcomes() -> dict[str, RuleWords]:
    return {
        "outcome.early": RuleWords(
            _("Outcome"),
            _("The text says how something went before anybody could know."),
            (_CAUTION,),
        ),
    }


def _language() -> dict[str, RuleWords]:
    return {
        "language.other": RuleWords(
            _("Another language"),
            _("The text is clearly in no language of its market."),
            (_CAUTION,),
        ),
        "language.declared": RuleWords(
            _("Marked with another language"),
            _("The text reads like another language of its market than it is marked with."),
            (_NOTE,),
        ),
    }


def _timing() -> dict[str, RuleWords]:
    return {
        "timing.hours": RuleWords(
            _("Publishing hours"),
            _("The post goes out outside the hours of its market."),
            (_CAUTION,),
        ),
        "timing.night": RuleWords(
            _("At night"),
            _("The post goes out before six in a market without publishing hours."),
            (_CAUTION,),
        ),
        "timing.gap": RuleWords(
            _("Hour that does not exist"),
            _("The clocks are put forward and skip this time."),
            (_BLOCKED,),
        ),
        "timing.overlap": RuleWords(
            _("Hour that happens twice"),
            _("The clocks are put back, and schedulers differ in which hour they take."),
            (_CAUTION,),
        ),
        "timing.same-minute": RuleWords(
            _("Same minute"),
            _("Another post goes out on the same channel at the same minute."),
            (_CAUTION, _NOTE),
        ),
        "timing.spacing": RuleWords(
            _("Close together"),
            _("Another post goes out on the same channel within minutes."),
            (_CAUTION, _NOTE),
        ),
        "timing.midnight": RuleWords(
            _("Midnight"), _("The post goes out at 00:00, which begins the day."), (_NOTE,)
        ),
    }


def _channel() -> dict[str, RuleWords]:
    return {
        "channel.length": RuleWords(
            _("Length"),
            _("The text, title or first comment is longer than the network takes."),
            (_BLOCKED, _CAUTION),
        ),
        "channel.hashtags": RuleWords(
            _("Number of hashtags"),
            _("There are more hashtags than the network takes."),
            (_CAUTION,),
        ),
        "channel.mentions": RuleWords(
            _("Number of accounts named"),
            _("More accounts are named by an @ than the network lets through."),
            (_CAUTION,),
        ),
        "channel.handle-of-other-market": RuleWords(
            _("Account of another market"),
            _("The post names or links to an account of another market."),
            (_CAUTION,),
        ),
        "channel.handle": RuleWords(
            _("Misspelt account"),
            _("A handle or hashtag differs from the channel's own by one letter."),
            (_CAUTION,),
        ),
        "channel.domain": RuleWords(
            _("Address of another market"),
            _("A link leads to the domain, the country or the language of another market."),
            (_CAUTION, _NOTE),
        ),
        "channel.link": RuleWords(
            _("Faulty link"),
            _("A link cannot work, is for colleagues, or carries tracking of another post."),
            (_STOP, _CAUTION, _NOTE),
        ),
        "channel.title": RuleWords(
            _("No title"), _("A video has no title on a network that needs one."), (_NOTE,)
        ),
        "channel.empty": RuleWords(
            _("Nothing to publish"), _("There is neither a text nor a picture."), (_BLOCKED,)
        ),
        "channel.unknown": RuleWords(
            _("Unknown network"), _("The limits of the network are not known."), (_NOTE,)
        ),
        "channel.fold": RuleWords(
            _("Cut short"), _("Only the beginning of a push message is seen at first."), (_NOTE,)
        ),
    }


def _pictures() -> dict[str, RuleWords]:
    return {
        "picture.unfetched": RuleWords(
            _("Picture not kept"),
            _("A picture is an address only, so it may change after the approval."),
            (_CAUTION,),
        ),
        "picture.no-alt": RuleWords(
            _("Picture without a description"),
            _("People who do not see a picture are told nothing of it, or a file's name."),
            (_CAUTION,),
        ),
        "picture.count": RuleWords(
            _("Number of pictures"),
            _("There are more pictures than the network takes."),
            (_BLOCKED, _CAUTION),
        ),
        "picture.missing": RuleWords(
            _("No picture yet"),
            _("The network takes no post without a picture or a video."),
            (_NOTE,),
        ),
    }


def _duplicates() -> dict[str, RuleWords]:
    return {
        "duplicate.text": RuleWords(
            _("Nearly the same text"),
            _("Another post of the channel says nearly the same within 90 days."),
            (_CAUTION, _NOTE),
        ),
        "duplicate.picture": RuleWords(
            _("Picture used before"),
            _("The channel has shown the picture with other words within a year."),
            (_CAUTION, _NOTE),
        ),
    }


def _siblings() -> dict[str, RuleWords]:
    return {
        "sibling.corrected": RuleWords(
            _("Sibling was changed"),
            _("Another version of the idea was changed since this one was last written."),
            (_CAUTION,),
        ),
        "sibling.sent-back": RuleWords(
            _("Sibling was sent back"),
            _("A reviewer has said no to another version since this one was last written."),
            (_CAUTION,),
        ),
        "sibling.left-behind": RuleWords(
            _("Sibling left behind"),
            _("An approved version of the idea has not got what was changed here."),
            (_CAUTION,),
        ),
    }


def _hashtags() -> dict[str, RuleWords]:
    return {
        "hashtag.unconfirmed": RuleWords(
            _("New hashtag"),
            _("Nobody has looked at what a hashtag is used for in the market."),
            (_CAUTION,),
        ),
    }


def _duty() -> dict[str, RuleWords]:
    return {
        "duty.nobody": RuleWords(
            _("Nobody on duty"),
            _("In the first two hours after the post nobody is there to answer."),
            (_CAUTION,),
        ),
    }
