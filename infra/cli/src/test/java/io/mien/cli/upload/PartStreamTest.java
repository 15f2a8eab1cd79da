package io.mien.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartStreamTest {

  @ParameterizedTest
  @CsvSource({"abcdefgh, 1:abc 2:def 3:gh", "abcdef, 1:abc 2:def", "a, 1:a", "'', ''"})
  void partsHaveOneSizeAndTheLastTheRest(String text, String parts) throws IOException {
    for (int piece = 1; piece <= 8; piece++) {
      List<String> put = new ArrayList<>();
      PartStream stream =
          new PartStream(
              3,
              (number, content, length) ->
                  put.add(
                      number + ":" + new String(content, 0, length, StandardCharsets.US_ASCII)));

      writeInPieces(stream, text.getBytes(StandardCharsets.US_ASCII), piece);
      stream.finish();

      assertThat(String.join(" ", put)).isEqualTo(parts);
    }
  }

  private static void writeInPieces(OutputStream out, byte[] content, int piece)
      throws IOException {
    for (int at = 0; at < content.length; at += piece) {
      out.write(content, at, Math.min(piece, content.length - at));
    }
  }
}
