"""Several documents converted as one library: a study told by more than one of them is asked for once."""

from sctui.conversion.crew import Crew
from sctui.conversion.made import Made
from sctui.conversion.one_library import Library, together
from sctui.conversion.reader import ToRead
from sctui.conversion.standing import standing_imprints

__all__ = ["Crew", "Library", "Made", "ToRead", "standing_imprints", "together"]
