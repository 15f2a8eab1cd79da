package io.mien.orchestrator.webhook.vertx;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** The beginning of a body. */
final class AnswerText {

  private static final int MOST_BYTES = 2000;

  private final Buffer bytes = Buffer.buffer();

  /** False once there is enough. */
  boolean add(Buffer chunk) {
    bytes.appendBuffer(chunk, 0, Math.min(chunk.length(), MOST_BYTES - bytes.length()));
    return bytes.length() < MOST_BYTES;
  }

  @Override
  public String toString() {
    return new String(bytes.getBytes(), StandardCharsets.UTF_8);
  }
}
