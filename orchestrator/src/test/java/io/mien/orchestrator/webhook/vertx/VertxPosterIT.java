package io.mien.orchestrator.webhook.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.mien.contracts.failure.Unavailable;
import io.mien.orchestrator.webhook.Answer;
import io.mien.orchestrator.webhook.Post;
import io.mien.orchestrator.webhook.address.Target;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VertxPosterIT {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final String PASSWORD = "changeit";
  private static final VertxPoster.Timeouts PATIENT =
      new VertxPoster.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30));
  private static final VertxPoster.Timeouts HASTY =
      new VertxPoster.Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch released = new CountDownLatch(1);
  private HttpServer server;

  @TempDir Path folder;

  @AfterEach
  void close() {
    released.countDown();
    if (server != null) {
      server.stop(0);
    }
    threads.shutdownNow();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** The name is in no name service: only the address can have led here. */
  @Test
  void connectsToTheAddressAndAsksForTheName() throws Exception {
    Path certificate = certificateFor("hooks.test");
    AtomicReference<String> host = new AtomicReference<>();
    server = https(certificate);
    server.createContext(
        "/",
        exchange -> {
          host.set(exchange.getRequestHeaders().getFirst("Host"));
          answer(exchange, 202, "taken");
        });
    server.start();
    VertxPoster poster = new VertxPoster(vertx, trusting(certificate), PATIENT);

    Answer answer = poster.post(post(https("hooks.test")));

    assertThat(answer).isEqualTo(new Answer(202, "taken", null));
    assertThat(host).hasValue("hooks.test:" + server.getAddress().getPort());
    assertThatThrownBy(() -> poster.post(post(https("other.test"))))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("other.test");
    assertThatThrownBy(
            () ->
                new VertxPoster(vertx, new HttpClientOptions(), PATIENT)
                    .post(post(https("hooks.test"))))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void answerThatDoesNotComeIsGivenUp() throws Exception {
    server = http();
    server.createContext("/", exchange -> awaitQuietly(released));
    server.start();
    VertxPoster poster = new VertxPoster(vertx, new HttpClientOptions(), HASTY);

    assertThatThrownBy(() -> poster.post(post(http("127.0.0.1"))))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.code()).isEqualTo("webhook-unanswered"))
        .hasMessageContaining("no whole answer within 1.0 s");
  }

  /** Something comes all the time, so that no timeout of silence would ever end it. */
  @Test
  void answerThatDripsIsGivenUp() throws Exception {
    server = http();
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try {
            while (released.getCount() > 0) {
              exchange.getResponseBody().write('.');
              exchange.getResponseBody().flush();
              released.await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    VertxPoster poster = new VertxPoster(vertx, new HttpClientOptions(), HASTY);

    assertThatThrownBy(() -> poster.post(post(http("127.0.0.1"))))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("no whole answer");
  }

  @Test
  void ofALongAnswerTheBeginningIsRead() throws Exception {
    server = http();
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "7");
          answer(exchange, 429, "slowly ".repeat(1_000_000));
        });
    server.start();
    VertxPoster poster = new VertxPoster(vertx, new HttpClientOptions(), PATIENT);

    Answer answer = poster.post(post(http("127.0.0.1")));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text()).startsWith("slowly slowly").hasSizeBetween(390, 400);
    assertThat(answer.retryAfter()).isEqualTo("7");
  }

  @Test
  void redirectionIsAnAnswerLikeAnyOther() throws Exception {
    server = http();
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          answer(exchange, exchange.getRequestURI().getPath().equals("/in") ? 308 : 200, "");
        });
    server.start();
    VertxPoster poster = new VertxPoster(vertx, new HttpClientOptions(), PATIENT);

    assertThat(poster.post(post(http("127.0.0.1"))).status()).isEqualTo(308);
  }

  private Post post(URI url) {
    return new Post(new Target(url, HERE), Map.of("webhook-id", "one"), "{}");
  }

  private URI https(String host) {
    return URI.create("https://" + host + ":" + server.getAddress().getPort() + "/in");
  }

  private URI http(String host) {
    return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/in");
  }

  private HttpServer http() throws IOException {
    HttpServer fresh = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
    fresh.setExecutor(threads);
    return fresh;
  }

  private HttpServer https(Path certificate) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(certificate)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    HttpsServer fresh = HttpsServer.create(new InetSocketAddress(HERE, 0), 0);
    fresh.setHttpsConfigurator(new HttpsConfigurator(tls));
    fresh.setExecutor(threads);
    return fresh;
  }

  private static HttpClientOptions trusting(Path certificate) {
    return new HttpClientOptions()
        .setTrustOptions(new PfxOptions().setPath(certificate.toString()).setPassword(PASSWORD));
  }

  private Path certificateFor(String host) throws Exception {
    Path file = folder.resolve("certificate.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "hook",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(said).isZero();
    return file;
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] body = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
