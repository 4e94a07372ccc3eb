"""The review screens; they speak to the service and the records only."""
