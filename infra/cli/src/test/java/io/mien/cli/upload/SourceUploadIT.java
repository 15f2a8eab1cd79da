package io.mien.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mien.cli.client.ClientJson;
import io.mien.cli.client.Connection;
import io.mien.cli.client.Digests;
import io.mien.cli.client.MienClient;
import io.mien.contracts.event.Progress;
import io.mien.contracts.id.UploadId;
import io.mien.contracts.rest.UploadCompletion;
import io.mien.contracts.rest.UploadLinks;
import io.mien.contracts.rest.UploadRequest;
import io.mien.contracts.rest.UploadView;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a server that keeps the parts it gets. */
class SourceUploadIT {

  private static final int PART = 1000;
  private static final UploadId ID = new UploadId(new UUID(0, 1));
  private static final URI SOURCE = URI.create("s3://mien-datasets/uploads/1/faces.zip");

  private final Map<Integer, byte[]> parts = new TreeMap<>();
  private final List<Integer> put = new ArrayList<>();
  private final List<UploadCompletion> completions = new ArrayList<>();
  private final List<UploadRequest> begun = new ArrayList<>();
  private final List<Progress> progress = new ArrayList<>();
  private int refusals;
  private HttpServer server;
  private Path archive;

  @TempDir Path folder;

  @BeforeEach
  void serve() throws IOException {
    byte[] noise = new byte[3 * PART + 1];
    new Random(1).nextBytes(noise);
    archive = Files.write(folder.resolve("faces.zip"), noise);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void everyPartIsSentAndTheWholeIsTold() throws IOException {
    URI source = new SourceUpload(client(), progress::add).send(archive);

    assertThat(source).isEqualTo(SOURCE);
    assertThat(put).containsExactly(1, 2, 3, 4);
    assertThat(completions).containsExactly(whole());
    assertThat(begun.get(0).name()).isEqualTo("faces.zip");
    assertThat(begun.get(0).bytes()).isEqualTo(3 * PART + 1);
    assertThat(progress).hasSize(5);
  }

  @Test
  void afterItWasKilledOnlyWhatIsMissingOrDamagedIsSent() throws IOException {
    AtomicInteger seen = new AtomicInteger();
    SourceUpload killed =
        new SourceUpload(
            client(),
            reached -> {
              if (seen.incrementAndGet() == 2) {
                throw new IllegalStateException("killed");
              }
            });
    assertThatThrownBy(() -> killed.send(archive)).hasMessage("killed");
    parts.get(1)[0]++;

    new SourceUpload(client(), progress::add).send(archive);

    assertThat(put).containsExactly(1, 2, 1, 3, 4);
    assertThat(begun.get(1)).isEqualTo(begun.get(0));
    assertThat(completions).containsExactly(whole());
  }

  @Test
  void aPartThatTheStoreRefusesIsSentAgainToANewLink() throws IOException {
    refusals = 1;

    new SourceUpload(client(), progress::add).send(archive);

    assertThat(put).containsExactly(1, 2, 3, 4);
    assertThat(completions).containsExactly(whole());
  }

  private UploadCompletion whole() throws IOException {
    byte[] sha256 = Digests.of("SHA-256").digest(Files.readAllBytes(archive));
    return new UploadCompletion(3 * PART + 1, HexFormat.of().formatHex(sha256));
  }

  private MienClient client() {
    return new MienClient(new Connection(address("/"), "mien_key", ""));
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    byte[] body = call.getRequestBody().readAllBytes();
    if (path.startsWith("/part/")) {
      takePart(call, Integer.parseInt(path.substring("/part/".length())), body);
    } else if (path.endsWith("/links")) {
      int number = ClientJson.MAPPER.readValue(body, UploadLinks.Request.class).numbers().get(0);
      URI link = address("/part/" + number);
      send(call, new UploadLinks(List.of(new UploadLinks.Link(number, link))));
    } else if (path.endsWith("/completion")) {
      completions.add(ClientJson.MAPPER.readValue(body, UploadCompletion.class));
      send(call, view(UploadView.State.READY, SOURCE));
    } else {
      begun.add(ClientJson.MAPPER.readValue(body, UploadRequest.class));
      send(call, view(UploadView.State.OPEN, null));
    }
  }

  private void takePart(HttpExchange call, int number, byte[] body) throws IOException {
    boolean refused = refusals-- > 0;
    if (!refused) {
      parts.put(number, body);
      put.add(number);
    }
    call.sendResponseHeaders(refused ? 403 : 200, -1);
    call.close();
  }

  private UploadView view(UploadView.State state, @org.jspecify.annotations.Nullable URI source) {
    List<UploadView.Part> come = new ArrayList<>();
    parts.forEach(
        (number, content) -> {
          String md5 = HexFormat.of().formatHex(Digests.of("MD5").digest(content));
          come.add(new UploadView.Part(number, content.length, md5));
        });
    return new UploadView(ID, "faces.zip", state, PART, come, source, Instant.EPOCH);
  }

  private static void send(HttpExchange call, Object answer) throws IOException {
    byte[] json = ClientJson.MAPPER.writeValueAsBytes(answer);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(200, json.length);
    call.getResponseBody().write(json);
    call.close();
  }
}
