import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from db.building.images import ImageFolder, black_inside, name_of, painted
from pipeline.records.spans import box


def webp(shade: int = 255, size: tuple[int, int] = (60, 80), mode: str = "L") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, shade if mode == "L" else (shade,) * 3).save(out, "WEBP", lossless=True)
    return out.getvalue()


edge = st.floats(0, 1)


@given(st.lists(st.builds(box, edge, edge, edge, edge), min_size=1, max_size=4))
def test_painted_boxes_are_black_to_the_last_pixel(boxes):
    assert all(black_inside(painted(webp(), boxes), boxes))


def test_the_rest_of_the_page_stays():
    with Image.open(io.BytesIO(painted(webp(200), [box(0.4, 0.4, 0.6, 0.6)]))) as opened:
        grey = opened.convert("L")
    assert grey.size == (60, 80) and grey.getpixel((5, 5)) == 200 and grey.getpixel((30, 40)) == 0


def test_an_unpainted_box_is_seen():
    assert list(black_inside(webp(), [box(0, 0, 0.5, 0.5)])) == [False]


def test_painting_is_the_same_every_time():
    boxes = [box(0.1, 0.1, 0.2, 0.2)]
    assert painted(webp(), boxes) == painted(webp(), boxes)


def test_a_colour_image_is_painted_too():
    assert all(black_inside(painted(webp(mode="RGB"), [box(0, 0, 1, 1)]), [box(0, 0, 1, 1)]))


@pytest.mark.parametrize("data", [b"", b"no image", webp()[:40]])
def test_what_cannot_be_painted_is_refused(data):
    with pytest.raises(ValueError, match="cannot be opened"):
        painted(data, [box(0, 0, 1, 1)])


def test_images_are_seen_only_when_published(tmp_path):
    there, aside = tmp_path / "images", tmp_path / "images.new"
    first = ImageFolder(there, aside)
    one, two = first.add(webp(1)), first.add(webp(2))
    assert first.add(webp(1)) == one == name_of(webp(1))
    assert not there.exists()
    first.publish()
    first.sweep()
    assert {path.name for path in there.iterdir()} == {one, two} and not aside.exists()
    second = ImageFolder(there, aside)
    second.add(webp(2))
    second.add(webp(3))
    second.abandon()
    assert {path.name for path in there.iterdir()} == {one, two} and not aside.exists()
    third = ImageFolder(there, aside)
    third.add(webp(2))
    third.publish()
    third.sweep()
    assert {path.name for path in there.iterdir()} == {two}
