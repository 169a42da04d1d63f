"""A population in columns: the same answers as one by one, on a stated ground only."""

import datetime

import libpatio
import pytest
from libpatio import InvalidInput, Refused

DAY = datetime.date(2026, 11, 24)
GROUND = {"actor": "ccas_social_service", "recipient": "ccas_social_service", "purpose": "non_recours"}
FIGURES = {"actor": "ccas_social_service", "recipient": "ccas_direction", "purpose": "statistics"}
COLUMNS = {"scheme": ["general", "agricultural", None]}


class Frame(dict):
    """As much of a DataFrame as is asked of one."""

    def __init__(self, data, index):
        super().__init__(data)
        self.index = index

    @property
    def columns(self):
        return list(self)


def screen(columns, **others):
    return libpatio.screen_many(columns, **{"day": DAY, "ground": GROUND, "needs": ["housing_benefit"], **others})


def test_a_dict_of_lists_goes_in_and_comes_out_with_the_terms():
    screened = screen(COLUMNS)
    assert screened.reached == {"housing_benefit": ["caf", "msa", "fact_missing"]}
    assert screened.terms.destroy_by == datetime.date(2027, 11, 24)
    assert "NONOPP" in [each.code for each in screened.terms.obligations]


def test_a_frame_goes_in_and_comes_out_with_its_index():
    screened = screen(Frame(COLUMNS, index=["a", "b", "c"]))
    assert type(screened.reached) is Frame and screened.reached.index == ["a", "b", "c"]


def test_bytes_are_numbers_of_values():
    assert screen({"scheme": bytes([1, 2, 0])}).reached == screen(COLUMNS).reached


def test_the_door_for_rows_of_texts_says_the_same():
    request = {"day": DAY, "ground": GROUND, "needs": ["housing_benefit"], "columns": {"scheme": ["general", "agricultural", ""]}, "opposed": [1]}
    answer = libpatio.screen_population(request=request)
    assert {need: list(rows) for need, rows in answer.reached.items()} == screen(COLUMNS, opposed=[1]).reached


def test_figures_are_counts_and_nothing_else():
    screened = screen({"scheme": ["general"] * 20 + ["agricultural"] * 9}, ground=FIGURES)
    assert screened.reached is None
    assert screened.counts[0].destinations[0].rows == 20


@pytest.mark.parametrize("change", [{"recipient": "partner_desk"}, {"purpose": "fraud_check"}, {"purpose": "commercial"}])
def test_without_a_lawful_ground_there_is_no_answer(change):
    with pytest.raises(Refused):
        screen(COLUMNS, ground={**GROUND, **change})


def test_what_is_wrong_with_a_table_is_told_with_its_place():
    with pytest.raises(InvalidInput) as bad:
        screen({"scheme": ["martian"]})
    assert bad.value.issues[0].path == "/scheme/0"
    with pytest.raises(InvalidInput):
        screen(COLUMNS, opposed=[3])
