package io.mien.orchestrator.photo;

import io.mien.orchestrator.key.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A photo that came with the request.
 *
 * @param sha256 digest that it must have; null for any
 */
@SuppressWarnings("ArrayRecordComponent")
public record SentPhoto(byte[] bytes, @Nullable String sha256) implements PhotoSource {

  @Override
  public String identity() {
    return Secrets.hash(bytes);
  }

  @Override
  public byte[] read() {
    PhotoHash.check(bytes, sha256);
    return bytes;
  }
}
