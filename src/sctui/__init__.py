"""sctui: documents become topic trees and cards; people learn them by spaced repetition in a terminal."""

__version__ = "0.1.0"
