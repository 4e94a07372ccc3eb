"""Publishes what was verified, with its evidence, and proves such a file without a ledger."""
