package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mien.cli.client.Connection;
import io.mien.cli.client.MienClient;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RejectedFilesIT {

  private static final String SHA =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String KEY = "tasks/t/1/w/rejections.jsonl";

  @Test
  void everyFileIsShownWithItsReasonAndLongListsSayHowManyFollow() throws IOException {
    // Given
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 103; i++) {
      lines.append(
          """
          {"source":"images/%03d.jpg","code":"NO_FACE","detail":"no face was found in 80x80"}
          """
              .formatted(i));
    }
    // When
    String shown = shown(lines.toString());
    // Then
    assertThat(shown.lines())
        .hasSize(102)
        .anyMatch(line -> line.matches("images/007.jpg +NO_FACE +no face was found in 80x80"))
        .noneMatch(line -> line.startsWith("images/100.jpg"))
        .last()
        .asString()
        .startsWith("… and 3 more")
        .endsWith("/v1/objects/datasets/" + KEY);
  }

  @Test
  void noRejectionPrintsNothing() throws IOException {
    assertThat(shown("")).isEmpty();
  }

  private static String shown(String jsonLines) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body = jsonLines.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/v1/objects/datasets/" + KEY,
        call -> {
          call.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
          call.getResponseBody().write(body);
          call.close();
        });
    server.start();
    try {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new RejectedFiles(
              new MienClient(new Connection(url, "k3y", "")),
              new ObjectRef(Bucket.DATASETS, KEY, body.length, SHA))
          .print(new PrintStream(out, true, StandardCharsets.UTF_8));
      return out.toString(StandardCharsets.UTF_8);
    } finally {
      server.stop(0);
    }
  }
}
