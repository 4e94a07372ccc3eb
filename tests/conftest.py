"""No property is held against a clock: the machine that tests it may be busy. The same examples on every run: a find is one for all."""

from hypothesis import HealthCheck, settings

settings.register_profile("unhurried", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
