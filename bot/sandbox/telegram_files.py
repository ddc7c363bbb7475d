"""Files that were uploaded or sent: bytes in memory, found again by file_id or by download path."""

from dataclasses import dataclass
from itertools import count

from bot.sandbox.telegram_fields import Fields
from bot.sandbox.telegram_shapes import BadRequest, Json, Media, Upload

MOST_DOWNLOAD = 20 * 1024 * 1024
FOLDERS = {"photo": "photos", "animation": "animations", "voice": "voice", "sticker": "stickers"}
ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "video/mp4": "mp4",
    "audio/ogg": "oga",
}


@dataclass(frozen=True, slots=True)
class Stored:
    media: Media
    data: bytes


class Files:
    """Every file of the account. Ids and paths are counted, so runs repeat exactly."""

    def __init__(self) -> None:
        self._by_id: dict[str, Stored] = {}
        self._by_path: dict[str, Stored] = {}
        self._numbers = count(1)

    def keep(self, kind: str, upload: Upload) -> Media:
        number = next(self._numbers)
        ending = ENDINGS.get(upload.mime) or upload.name.rpartition(".")[2] or "bin"
        path = f"{FOLDERS.get(kind, 'documents')}/file_{number}.{ending}"
        media = Media(kind, f"AgACAgSandbox{number:08d}", upload.mime, upload.name, len(upload.data), path)
        return self._remember(Stored(media, upload.data))

    def keep_address(self, kind: str, url: str) -> Media:
        """A file sent by its web address: never fetched here, only shown as such."""
        media = Media(kind, f"AgACAgSandbox{next(self._numbers):08d}", url=url, name=url.rpartition("/")[2])
        return self._remember(Stored(media, b""))

    def _remember(self, stored: Stored) -> Media:
        self._by_id[stored.media.file_id] = stored
        if stored.media.path:
            self._by_path[stored.media.path] = stored
        return stored.media

    def taken_from(self, fields: Fields, name: str, kind: str) -> Media:
        """The file a call names: uploaded under `name` or as attach://, a known file_id, or a web address."""
        value = fields.text(name)
        attached = value.removeprefix("attach://") if value.startswith("attach://") else name
        if attached in fields.files:
            return self._uploaded(kind, fields.files[attached])
        if not value:
            raise BadRequest(f"there is no {kind} in the request")
        if value.startswith(("http://", "https://")):
            return self.keep_address(kind, value)
        if value not in self._by_id:
            raise BadRequest("wrong file identifier/HTTP URL specified")
        return self._by_id[value].media

    def _uploaded(self, kind: str, upload: Upload) -> Media:
        if not upload.data:
            raise BadRequest("file must be non-empty")
        return self.keep(kind, upload)

    def describe(self, file_id: str) -> Json:
        """What getFile answers."""
        stored = self._by_id.get(file_id)
        if not stored:
            raise BadRequest("invalid file_id")
        if len(stored.data) > MOST_DOWNLOAD:
            raise BadRequest("file is too big")
        return file_fields(stored.media) | {"file_path": stored.media.path}

    def download(self, path: str) -> Upload | None:
        stored = self._by_path.get(path)
        return Upload(stored.media.name, stored.data, stored.media.mime) if stored else None


def file_fields(media: Media) -> Json:
    return {"file_id": media.file_id, "file_unique_id": f"u{media.file_id[-8:]}", "file_size": media.size}
