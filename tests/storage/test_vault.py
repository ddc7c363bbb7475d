"""What is sealed opens with its key, in its place, unchanged; otherwise it is said which of the three was missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.vault import Damaged, Vault, WrongKey
from tests.storage.conftest import SECRET

PLACE = "member:sealed_chat:abc"
VAULT, OTHER = Vault(SECRET), Vault(SECRET[::-1])


@given(plain=st.text(max_size=200), place=st.text(max_size=50))
def test_what_is_sealed_opens_again(plain: str, place: str) -> None:
    assert VAULT.unseal(VAULT.seal(plain, place=place), place=place) == plain
    assert Vault(SECRET).unseal(VAULT.seal(plain, place=place), place=place) == plain


@given(plain=st.text(min_size=4, max_size=50))
def test_the_same_text_never_looks_the_same_and_never_shows(plain: str) -> None:
    first, second = VAULT.seal(plain, place=PLACE), VAULT.seal(plain, place=PLACE)
    assert first != second
    assert plain.encode() not in first
    assert len(first) == len(plain.encode()) + 38


@given(plain=st.text(max_size=20), data=st.data())
def test_a_changed_bit_anywhere_is_damage(plain: str, data: st.DataObject) -> None:
    sealed = bytearray(VAULT.seal(plain, place=PLACE))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Damaged):
        VAULT.unseal(bytes(sealed), place=PLACE)


@given(plain=st.text(max_size=20), cut=st.integers(1, 60))
def test_a_value_cut_short_is_damage(plain: str, cut: int) -> None:
    with pytest.raises(Damaged):
        VAULT.unseal(VAULT.seal(plain, place=PLACE)[:-cut], place=PLACE)


def test_a_tampered_value_with_a_fitting_checksum_is_damage() -> None:
    from storage.sealing import checksum as _checksum

    body = bytearray(VAULT.seal("12345", place=PLACE)[:-4])
    body[-20] ^= 1
    with pytest.raises(Damaged, match="changed or moved"):
        VAULT.unseal(bytes(body) + _checksum(bytes(body)), place=PLACE)


def test_a_value_of_a_form_not_known_yet_is_damage() -> None:
    from storage.sealing import checksum as _checksum

    body = b"\x09" + VAULT.seal("12345", place=PLACE)[1:-4]
    with pytest.raises(Damaged, match="unknown form 9"):
        VAULT.unseal(body + _checksum(body), place=PLACE)


def test_another_secret_is_a_wrong_key_not_damage() -> None:
    with pytest.raises(WrongKey):
        OTHER.unseal(VAULT.seal("12345", place=PLACE), place=PLACE)


@pytest.mark.parametrize("place", ["member:sealed_chat:abd", "check_back:sealed_chat:abc", ""])
def test_a_value_moved_elsewhere_does_not_open(place: str) -> None:
    with pytest.raises(Damaged):
        VAULT.unseal(VAULT.seal("12345", place=PLACE), place=place)


@given(user_id=st.integers(1, 2**53))
def test_a_pseudonym_is_stable_and_says_nothing_without_the_key(user_id: int) -> None:
    pseudonym = VAULT.pseudonym(user_id)
    assert pseudonym == Vault(SECRET).pseudonym(user_id) != OTHER.pseudonym(user_id)
    assert len(pseudonym) == 32
    assert set(pseudonym) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_pseudonyms_do_not_meet() -> None:
    assert len({VAULT.pseudonym(user_id) for user_id in range(5000)}) == 5000


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="32"):
        Vault("x" * 31)


def test_a_vault_shows_no_key() -> None:
    assert SECRET not in repr(VAULT) + repr(vars(VAULT))


def test_pseudonyms_and_keys_are_the_same_in_every_release() -> None:
    """Changing a derivation would turn every member into a stranger."""
    assert VAULT.pseudonym(123456789) == "7qxyubelcdfn3v4ljrngilebmp2nq2c5"
    assert (
        VAULT.unseal(
            bytes.fromhex(
                "010085829c7eeb81d841e84bba42d2e000f6160bcfafdfd2adb445b559a2dac510fde16d79d8659ab7560b3df99f"
            ),
            place=PLACE,
        )
        == "-1001234"
    )
