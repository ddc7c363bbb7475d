"""What is written about the data is what the tables declare."""

from scripts.data_map import WHERE, data_map


def test_the_data_map_is_todays() -> None:
    assert WHERE.read_text(encoding="utf-8") == data_map(), "run: python -m scripts.data_map"
