"""Which findings fail a build: codes and paths that are left out, suppressions, the baseline, what was there before.

Nothing is dropped in silence: a finding that does not fail is *excused*, with the reason, and what excuses nothing any
more is a finding itself (family H, a check a file in ``checks``).
"""
