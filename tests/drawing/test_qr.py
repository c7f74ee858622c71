import pytest

from hallwright.drawing.qr import qr_bits


def test_qr_has_its_three_eyes_and_no_quiet_zone() -> None:
    bits = qr_bits("https://expo.example.org/b/000001")
    assert bits.shape[0] == bits.shape[1]
    for eye in (bits[:7, :7], bits[:7, -7:], bits[-7:, :7]):
        assert eye[0].all()
        assert eye[:, 0].all()
        assert not eye[1, 1:6].any()
        assert eye[2:5, 2:5].all()
    with pytest.raises(ValueError, match="needs a text"):
        qr_bits("")
