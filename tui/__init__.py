"""The review screens; they speak to the service and the records only."""

import os

os.environ.setdefault("TEXTUAL_FPS", "200")  # what is read comes a few milliseconds behind the cursor: it does not wait for a sixtieth
