"""What the owner has decided about approvals: the newest row counts."""

from app.domain.policy import Policy
from app.storage.chain import Stamp, record
from app.storage.engine import Engine


def policy(engine: Engine) -> Policy:
    """Return the policy in force: that of a new calendar where none was saved yet."""
    rows = engine.read("SELECT approvers_on_stop FROM policy_version ORDER BY seq DESC LIMIT 1")
    return Policy(**rows[0]) if rows else Policy()


def save_policy(engine: Engine, stamp: Stamp, policy: Policy, reason: str) -> None:
    """Change the policy, which an owner does, with a reason."""
    row = {"approvers_on_stop": policy.approvers_on_stop, "reason": reason}
    record(engine, stamp, "save", "policy_version", row)
