package io.mien.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a server says of one bulk synthesis. */
final class SynthesisAnswers {

  static final String RUN = "0190a000-0000-7000-8000-000000000001";
  static final String VIEW = "GET /v1/syntheses/" + RUN;
  static final String RESULTS = VIEW + "/results";
  static final String ERRORS = VIEW + "/errors";

  private SynthesisAnswers() {}

  /** A view whose items are all done or failed, of a synthesis called {@code faces}. */
  static String view(String state, int done, int failed) {
    return view(state, done + failed, done, failed);
  }

  static String view(String state, int total, int done, int failed) {
    return """
    {"runId": "%s", "name": "faces", "state": "%s", "checkpointId": "%s",
     "items": {"total": %d, "succeeded": %d, "failed": %d, "waiting": %d, "images": %d},
     "createdAt": "2026-11-26T16:00:00Z",
     "resultsUrl": "/v1/syntheses/%s/results", "errorsUrl": "/v1/syntheses/%s/errors",
     "archiveUrl": "/v1/syntheses/%s/archive"}\
    """
        .formatted(
            RUN, state, RUN, total, done, failed, total - done - failed, done, RUN, RUN, RUN);
  }

  /** A line of the results: an item with one happy image of these bytes. */
  static String result(int line, String customId, String pixels) {
    return """
    {"line": %d, "custom_id": "%s", "source": "aa", "face": {"x": 1, "y": 2},
     "checkpoint": "bb", "group": "expression", "images": [{"expression": "happy",
       "image": {"bucket": "syntheses", "key": "i/%d.png", "bytes": %d, "sha256": "%s"},
       "url": "/v1/objects/syntheses/i/%d.png"}]}\
    """
            .formatted(line, customId, line, pixels.getBytes(UTF_8).length, sha256(pixels), line)
            .replace("\n", "")
        + "\n";
  }

  static String image(int line) {
    return "GET /v1/objects/syntheses/i/" + line + ".png";
  }

  static String failure(int line, String customId, String code) {
    return """
    {"line": %d, "custom_id": "%s", "code": "%s", "message": "found in %s"}
    """
        .formatted(line, customId, code, customId);
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
