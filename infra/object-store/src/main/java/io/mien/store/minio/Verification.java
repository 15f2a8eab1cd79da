package io.mien.store.minio;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.ObjectRef;

/** Compares what came out of the store with the reference by which it was asked for. */
final class Verification {

  private Verification() {}

  static void check(ObjectRef ref, long bytes, String sha256) {
    if (bytes != ref.bytes() || !sha256.equals(ref.sha256())) {
      throw new InvalidInput(
          "object-corrupt",
          "Object %s/%s is not what its reference says: expected %d bytes of sha256 %s, found %d bytes of sha256 %s. Restore it, or make it again."
              .formatted(
                  ref.bucket().wireName(), ref.key(), ref.bytes(), ref.sha256(), bytes, sha256));
    }
  }
}
