"""How the program's words get into Chinese; `make translations` runs `update`."""
