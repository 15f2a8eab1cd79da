package io.mien.cli.synthesis;

import io.mien.cli.client.ClientJson;
import io.mien.cli.client.Digests;
import io.mien.cli.upload.Parcel;
import io.mien.contracts.rest.SynthesisRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By which the same request is known again. It changes with every option, with the items and with
 * name, size or time of every photo on this machine; not with the deadline, because two hours from
 * now is another instant each time it is said.
 */
public final class RequestFingerprint {

  private RequestFingerprint() {}

  /**
   * A hexadecimal digest.
   *
   * @param request before its photos were sent
   * @param items JSON lines beside it
   */
  public static String of(SynthesisRequest request, @Nullable Path items, Optional<Parcel> photos)
      throws IOException {
    try (DigestOutputStream sink =
        new DigestOutputStream(OutputStream.nullOutputStream(), Digests.of("SHA-256"))) {
      sink.write(ClientJson.MAPPER.writeValueAsBytes(timeless(request)));
      sink.write(photos.map(Parcel::fingerprint).orElse("").getBytes(StandardCharsets.UTF_8));
      if (items != null) {
        Files.copy(items, sink);
      }
      return HexFormat.of().formatHex(sink.getMessageDigest().digest());
    }
  }

  private static SynthesisRequest timeless(SynthesisRequest request) {
    return new SynthesisRequest(
        request.name(),
        request.source(),
        request.file(),
        request.items(),
        request.checkpoint(),
        request.expressions(),
        request.group(),
        request.holds(),
        request.face(),
        null,
        request.priority(),
        request.picture(),
        request.quality());
  }
}
