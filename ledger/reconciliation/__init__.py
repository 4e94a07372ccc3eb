"""Holds claims side by side and finds those that cannot all be true.

``reconcile(claims)`` is the whole of it; a way to conflict is a file in ``checks``.
"""

from ledger.reconciliation.meeting import meetings
from ledger.reconciliation.reconciler import PLAIN, findings, in_order, reconcile

__all__ = ["PLAIN", "findings", "in_order", "meetings", "reconcile"]
