"""Settings, read from config.toml."""
