package io.mien.cli.upload;

import io.mien.cli.client.ServerAway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/** Puts bytes to links of the object store, and again where the connection breaks. */
final class LinkPut {

  private static final int TRIES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration PART_TIMEOUT = Duration.ofMinutes(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  /**
   * @param link a fresh one for each try, because links expire
   * @throws ServerAway when it never worked
   */
  void put(Supplier<URI> link, byte[] content, int length) {
    for (int attempt = 1; ; attempt++) {
      URI url = link.get();
      try {
        HttpResponse<String> answer =
            http.send(
                HttpRequest.newBuilder(url)
                    .timeout(PART_TIMEOUT)
                    .PUT(BodyPublishers.ofByteArray(content, 0, length))
                    .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() < 300) {
          return;
        }
        pause(attempt, url, new IOException("HTTP " + answer.statusCode() + " " + answer.body()));
      } catch (IOException e) {
        pause(attempt, url, e);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  private static void pause(int attempt, URI url, IOException cause) {
    if (attempt >= TRIES) {
      throw new ServerAway(URI.create(url.getScheme() + "://" + url.getAuthority()), cause);
    }
    try {
      Thread.sleep(FIRST_PAUSE.toMillis() << (attempt - 1));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted while sending", cause);
  }
}
