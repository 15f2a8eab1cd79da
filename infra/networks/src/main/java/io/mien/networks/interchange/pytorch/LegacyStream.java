package io.mien.networks.interchange.pytorch;

import io.mien.networks.checkpoint.ElementType;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * PyTorch's stream before version 1.6: pickles of a magic number, a protocol version, system
 * information, the object and the storages' keys; then, in the keys' order, each storage as an
 * int64 count and its elements, little-endian on every machine.
 */
final class LegacyStream {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final Long VERSION = 1001L;

  private final String file;
  private final Map<String, ElementType> types = new HashMap<>();
  private final Map<String, ByteBuffer> storages = new HashMap<>();
  private final Object root;

  private LegacyStream(String file, PickleSource source) {
    this.file = file;
    this.root = Unpickler.read(source, storage -> types.put(storage.key(), storage.type()));
    if (!(Unpickler.read(source, storage -> {}) instanceof List<?> keys)) {
      throw source.refused("a list of storage keys was expected");
    }
    locate(keys, source.rest().order(ByteOrder.LITTLE_ENDIAN));
  }

  static LegacyStream read(Path path) throws IOException {
    if (Files.size(path) > Integer.MAX_VALUE) {
      throw new InvalidCheckpoint(
          "%s is a legacy stream of over 2 GiB: save it again with a newer PyTorch."
              .formatted(path));
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
    PickleSource source = new PickleSource(path.toString(), bytes);
    if (!MAGIC.equals(Unpickler.read(source, storage -> {}))
        || !VERSION.equals(Unpickler.read(source, storage -> {}))) {
      throw new InvalidCheckpoint(path + " is a pickle, but not one of torch.save.");
    }
    Unpickler.read(source, storage -> {}); // the writer's type sizes: fixed for all that we read
    return new LegacyStream(path.toString(), source);
  }

  Object root() {
    return root;
  }

  /** All bytes of a storage's key. */
  ByteBuffer bytes(Storage storage) {
    ByteBuffer bytes = storages.get(storage.key());
    if (bytes == null) {
      throw new InvalidCheckpoint(
          "%s lacks the bytes of storage '%s'.".formatted(file, storage.key()));
    }
    return bytes;
  }

  private void locate(List<?> keys, ByteBuffer data) {
    for (Object key : keys) {
      ElementType type = types.get(key);
      if (!(key instanceof String name) || type == null) {
        throw new InvalidCheckpoint(
            "%s lists a storage that nothing refers to: it is damaged.".formatted(file));
      }
      long count = data.remaining() < Long.BYTES ? -1 : data.getLong();
      if (count < 0 || count > data.remaining() / type.bytes()) {
        throw new InvalidCheckpoint(
            "%s is cut off: storage '%s' has %d elements, %d bytes are left."
                .formatted(file, name, count, data.remaining()));
      }
      int length = Math.toIntExact(count * type.bytes());
      ByteBuffer bytes = data.slice(data.position(), length).order(data.order());
      storages.put(name, bytes);
      data.position(data.position() + length);
    }
  }
}
