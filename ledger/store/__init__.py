"""Keeps the ledger: an append-only chain of events, and the tables that are computed from it."""
