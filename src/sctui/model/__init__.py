"""The nouns: frozen dataclasses that every layer shares and that import nothing of the program."""
