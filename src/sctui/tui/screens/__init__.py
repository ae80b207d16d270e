"""The screens, each with its style sheet of the same name beside it."""
