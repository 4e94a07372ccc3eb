"""The hash over an export, and the signature over that."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from ledger.errors import UsageError, unreadable, unwritable
from ledger.store.canonical import canonical

_DOMAIN = b"factledger export 1\n"


def digest(export: dict[str, Any]) -> str:
    """SHA-256, hexadecimal, over all of ``export``, as JSON has it, but its digest and signature."""
    told = {name: value for name, value in export.items() if name not in ("digest", "signature")}
    return hashlib.sha256(_DOMAIN + canonical(told).encode()).hexdigest()


def signed(digest: str, key: Path) -> dict[str, str]:
    """The signature of ``digest`` with the private key in the file ``key`` (PEM, Ed25519). Raises UsageError."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        private = load_pem_private_key(key.read_bytes(), None)
    except OSError as error:
        raise unreadable(key, error) from error
    except (ValueError, TypeError) as error:
        raise UsageError(f"{key}: is no private key; expected what factledger keygen has written") from error
    if not isinstance(private, Ed25519PrivateKey):
        raise UsageError(f"{key}: is no Ed25519 key; expected what factledger keygen has written")
    value = private.sign(_DOMAIN + bytes.fromhex(digest))
    return {"key": private.public_key().public_bytes_raw().hex(), "value": value.hex()}


def is_signed(digest: str, key: str, value: str) -> bool:
    """Whether ``value`` is the signature of ``digest`` by the public ``key``; all hexadecimal."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(value), _DOMAIN + bytes.fromhex(digest))
    except (InvalidSignature, ValueError):
        return False
    return True


def new_key(path: Path) -> str:
    """Write a new private key to ``path``, readable by its owner alone; the public key, hexadecimal. Raises UsageError."""
    import os

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    private = Ed25519PrivateKey.generate()
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise UsageError(f"{path}: is there already; a key is never overwritten") from error
    except OSError as error:
        raise unwritable(path, error) from error
    with os.fdopen(file, "wb") as writer:
        writer.write(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return private.public_key().public_bytes_raw().hex()
