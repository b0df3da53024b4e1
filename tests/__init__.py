"""The tests, one file for each module, and the journeys of readers in a browser."""
