"""All that a window can do without at first: to load this is to load it.

Each screen is loaded by the door that first opens it, and each answer by the first that asks. Here
they are loaded beside the window, as soon as it stands, so that nobody waits for them.
"""
# ruff: noqa: F401

import ui.calendar.channel_dialog
import ui.calendar.grid_plan
import ui.calendar.month_plan
import ui.calendar.move_dialog
import ui.calendar.shift_dialog
import ui.calendar.zone_dialog
import ui.days.days_dialog
import ui.days.days_page
import ui.exchange.export_dialog
import ui.exchange.import_dialog
import ui.history.history_dialog
import ui.holds.aiming
import ui.holds.caught_dialog
import ui.holds.hold_dialog
import ui.hours.hours_plan
import ui.leaving.leaving_plan
import ui.listing.list_plan
import ui.palette_maker
import ui.post.post_panel
import ui.recall.recall_dialog
import ui.review.review_screen
import ui.setting_sections
import ui.settings.settings_dialog
import ui.settings.who_am_i
import ui.widgets.shortcuts_dialog
from app.commands import (
    alike,
    catching,
    day_hours,
    drafts,
    duty_days,
    exporting,
    for_me,
    history,
    history_pages,
    idea,
    known_days,
    leaving,
    listing,
    months,
    people,
    placing,
    post_view,
    recovery,
    shifting,
    twins,
)
