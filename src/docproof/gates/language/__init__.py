"""文字关: marks, numbering and dates that need more than a pattern."""

from docproof.gates.language.brackets import half_width_brackets
from docproof.gates.language.dates import nonexistent_date, weekday_at_odds
from docproof.gates.language.half_width import half_width_marks, half_width_stop, lost_character
from docproof.gates.language.pairs import unpaired_marks
from docproof.gates.language.ranges import range_double, range_mark, range_unit
from docproof.gates.language.sequence import numbering_sequence
from docproof.gates.language.straight_quotes import straight_quotes
from docproof.gates.language.years import short_year, year_zero

LANGUAGE_RULES = (
    half_width_marks,
    half_width_stop,
    half_width_brackets,
    lost_character,
    straight_quotes,
    unpaired_marks,
    numbering_sequence,
    nonexistent_date,
    weekday_at_odds,
    range_mark,
    range_unit,
    range_double,
    short_year,
    year_zero,
)

__all__ = ["LANGUAGE_RULES"]
