"""The facts that rules look at."""

from tests.app.risks.builders import facts, post


def test_the_network_is_that_of_the_channel():
    assert facts(network="x").network.name == "X"
    assert facts(network="friendster").network is None


def test_a_post_in_the_tray_has_no_day():
    where = facts()
    tray = post(where, local=None)
    assert where.observances(tray) == where.beside(tray) == where.abroad("US", None) == ()
