"""How old somebody is: what stands behind a figure, before it, and around it that makes it an age."""
