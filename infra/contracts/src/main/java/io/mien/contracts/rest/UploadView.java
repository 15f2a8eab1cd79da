package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.id.UploadId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upload.
 *
 * @param partBytes bytes of every part but the last
 * @param parts those that have come, by number, while it is open
 * @param source of a dataset, once the upload is {@code READY}
 * @param expiresAt when it is given up unless it is ready by then, or more comes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UploadView(
    UploadId uploadId,
    String name,
    State state,
    long partBytes,
    List<Part> parts,
    @Nullable URI source,
    @Nullable Instant expiresAt) {

  public UploadView {
    parts = List.copyOf(parts);
  }

  /** How far it is. */
  public enum State {
    /** Parts are coming. */
    OPEN,
    /** All parts have come and are one; it was not compared yet with what its client has. */
    ASSEMBLED,
    /** Whole, and what its client said that it would be. */
    READY,
    /** Given up by its client, or too old. */
    GIVEN_UP
  }

  /**
   * A part that has come.
   *
   * @param number from 1
   * @param etag the MD5 of the part in lower-case hexadecimal, in stores that do not encrypt
   */
  public record Part(int number, long bytes, String etag) {}
}
