"""文字关: marks, numbering and dates that need more than a pattern."""

from docproof.gates.language.brackets import half_width_brackets
from docproof.gates.language.counts import told_and_listed
from docproof.gates.language.dates import nonexistent_date, reversed_range, weekday_at_odds
from docproof.gates.language.durations import duration
from docproof.gates.language.fixed_numerals import lunar_or_weekday, number_in_name
from docproof.gates.language.forms import percent_forms, separators, series, units_mixed
from docproof.gates.language.full_width import full_width
from docproof.gates.language.growth import direction, growth
from docproof.gates.language.half_width import half_width_marks, half_width_stop, lost_character
from docproof.gates.language.heading_ends import heading_stop, title_stop, uneven_headings
from docproof.gates.language.item_ends import items_with_commas, last_item, semicolon_and_stop, uneven_items
from docproof.gates.language.levels import level_reversed, level_skipped
from docproof.gates.language.long_quotations import quoted_paragraphs
from docproof.gates.language.mixed_dates import mixed_date
from docproof.gates.language.mixed_numerals import both_forms, fraction, measured
from docproof.gates.language.mixed_series import mixed_series
from docproof.gates.language.money import capital_at_odds, capital_numerals
from docproof.gates.language.named import named
from docproof.gates.language.nesting import nested_brackets, nested_quotes, single_outside
from docproof.gates.language.pairs import unpaired_marks
from docproof.gates.language.paragraph_edges import mark_at_line_end, mark_at_line_start, no_end_mark
from docproof.gates.language.ranges import range_double, range_forms, range_mark, range_unit
from docproof.gates.language.rates import rate
from docproof.gates.language.respectively import respectively
from docproof.gates.language.restated import restated
from docproof.gates.language.sequence import numbering_sequence
from docproof.gates.language.shares import hundred, structure
from docproof.gates.language.straight_quotes import straight_quotes
from docproof.gates.language.sums import parts_and_total, rest_of_total, total_behind
from docproof.gates.language.tallies import tally
from docproof.gates.language.years import short_year, year_zero

LANGUAGE_RULES = (
    half_width_marks,
    half_width_stop,
    half_width_brackets,
    lost_character,
    straight_quotes,
    unpaired_marks,
    mark_at_line_start,
    mark_at_line_end,
    no_end_mark,
    quoted_paragraphs,
    nested_quotes,
    single_outside,
    nested_brackets,
    numbering_sequence,
    mixed_series,
    level_skipped,
    level_reversed,
    semicolon_and_stop,
    uneven_items,
    last_item,
    items_with_commas,
    title_stop,
    heading_stop,
    uneven_headings,
    nonexistent_date,
    weekday_at_odds,
    reversed_range,
    range_mark,
    range_unit,
    range_forms,
    range_double,
    short_year,
    year_zero,
    parts_and_total,
    total_behind,
    rest_of_total,
    tally,
    named,
    restated,
    rate,
    duration,
    structure,
    number_in_name,
    lunar_or_weekday,
    direction,
    growth,
    capital_at_odds,
    capital_numerals,
    told_and_listed,
    respectively,
    percent_forms,
    separators,
    series,
    both_forms,
    fraction,
    measured,
    mixed_date,
    full_width,
    hundred,
    units_mixed,
)

__all__ = ["LANGUAGE_RULES"]
