package io.mien.networks.interchange.pytorch;

import java.nio.ByteBuffer;

/** Where a storage's bytes are. */
@FunctionalInterface
interface StorageBytes {
  /** All bytes of a key, in the file's byte order, with that order set. */
  ByteBuffer of(Storage storage);
}
