"""The checks, a file each, declared as ``check``: X compares across claims, A is arithmetic inside one."""

DECLARES = "check"
