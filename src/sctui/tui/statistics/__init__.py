"""The pages of the statistics: pure functions from figures and a size to what is shown."""
