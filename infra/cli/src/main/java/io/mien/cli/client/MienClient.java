package io.mien.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Calls the REST interface with JDK means alone. Thread-safe.
 *
 * <p>Throws {@link ProblemException} when the server refuses and {@link ServerAway} when nothing
 * answers.
 */
public final class MienClient {

  private static final int LONGEST_PAGE = 200;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(90);
  private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(30);

  private final Connection connection;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  public MienClient(Connection connection) {
    this.connection = connection;
  }

  /** Where the server is. */
  public URI address() {
    return connection.url();
  }

  public <T> T get(String path, TypeReference<T> type) {
    return read(send(request(path).GET().build()), ClientJson.MAPPER.constructType(type));
  }

  public <T> T get(String path, Class<T> type) {
    return read(send(request(path).GET().build()), ClientJson.MAPPER.constructType(type));
  }

  /** Every item of a list, page after page. */
  public <T> List<T> all(String path, TypeReference<Page<T>> type) {
    List<T> items = new ArrayList<>();
    String cursor = "";
    do {
      Page<T> page = get(path + "?limit=" + LONGEST_PAGE + cursor, type);
      items.addAll(page.items());
      cursor = page.nextCursor() == null ? "" : "&cursor=" + page.nextCursor();
    } while (!cursor.isEmpty());
    return items;
  }

  /** Posts JSON under a fresh idempotency key. */
  public <T> T post(String path, Object body, Class<T> type) {
    return post(path, CALL_TIMEOUT, "application/json", json(body), type);
  }

  /** Posts JSON that may keep the server busy for a while, under a fresh idempotency key. */
  public <T> T postPatiently(String path, Object body, Class<T> type) {
    return post(path, UPLOAD_TIMEOUT, "application/json", json(body), type);
  }

  /** Replaces what is there. */
  public <T> T put(String path, Object body, Class<T> type) {
    HttpRequest request =
        request(path).header("Content-Type", "application/json").PUT(json(body)).build();
    return read(send(request), ClientJson.MAPPER.constructType(type));
  }

  /** Deletes what is there. */
  public void delete(String path) {
    try (InputStream nothing = send(request(path).DELETE().build())) {
      nothing.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new ServerAway(url(path), e);
    }
  }

  /** Changes the fields that are not absent. */
  public <T> T patch(String path, Object body, Class<T> type) {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", json(body))
            .build();
    return read(send(request), ClientJson.MAPPER.constructType(type));
  }

  /** Posts without a body under a fresh idempotency key. */
  public <T> T post(String path, Class<T> type) {
    return post(path, CALL_TIMEOUT, "application/json", BodyPublishers.noBody(), type);
  }

  /** Posts a form with a file, and waits on the server for up to the given time. */
  public <T> T postForm(String path, MultipartForm form, Duration wait, Class<T> type) {
    HttpRequest request =
        request(path)
            .header("Content-Type", form.contentType())
            .header("Prefer", "wait=" + wait.toSeconds())
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(form.body())
            .build();
    return read(send(request), ClientJson.MAPPER.constructType(type));
  }

  /** Posts a form with a file that may be large, under a fresh idempotency key. */
  public <T> T upload(String path, MultipartForm form, Class<T> type) {
    return post(path, UPLOAD_TIMEOUT, form.contentType(), form.body(), type);
  }

  /**
   * Posts JSON under a key of the caller's, who may post it again: the server does once what comes
   * twice under one key.
   */
  public <T> T postOnce(String path, String idempotencyKey, Object body, Class<T> type) {
    return post(path, CALL_TIMEOUT, "application/json", json(body), idempotencyKey, type);
  }

  /** Posts a form with a file that may be large; the key as of {@link #postOnce}. */
  public <T> T uploadOnce(String path, String idempotencyKey, MultipartForm form, Class<T> type) {
    return post(path, UPLOAD_TIMEOUT, form.contentType(), form.body(), idempotencyKey, type);
  }

  /** The bytes behind a link of a view; the caller closes the stream. */
  public InputStream open(String path) {
    return send(request(path).GET().build());
  }

  private <T> T post(
      String path, Duration timeout, String contentType, BodyPublisher body, Class<T> type) {
    return post(path, timeout, contentType, body, UUID.randomUUID().toString(), type);
  }

  private <T> T post(
      String path,
      Duration timeout,
      String contentType,
      BodyPublisher body,
      String idempotencyKey,
      Class<T> type) {
    HttpRequest request =
        request(path)
            .timeout(timeout)
            .header("Content-Type", contentType)
            .header("Idempotency-Key", idempotencyKey)
            .POST(body)
            .build();
    return read(send(request), ClientJson.MAPPER.constructType(type));
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofByteArray(ClientJson.MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url(path))
        .timeout(CALL_TIMEOUT)
        .header("Authorization", "Bearer " + connection.key())
        .header("Accept", "application/json, application/problem+json, */*;q=0.5");
  }

  private URI url(String path) {
    return connection.url().resolve(path);
  }

  private InputStream send(HttpRequest request) {
    try {
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() >= 400) {
        throw refusal(response);
      }
      return response.body();
    } catch (IOException e) {
      throw new ServerAway(request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + request.uri(), e);
    }
  }

  private static ProblemException refusal(HttpResponse<InputStream> response) throws IOException {
    byte[] body = response.body().readAllBytes();
    if (response.headers().firstValue("Content-Type").orElse("").contains("json")) {
      return new ProblemException(ClientJson.MAPPER.readValue(body, Problem.class));
    }
    return new ProblemException(
        new Problem(
            "about:blank",
            "HTTP " + response.statusCode(),
            response.statusCode(),
            "http-" + response.statusCode(),
            "Called " + response.uri() + "; the server answered HTTP " + response.statusCode(),
            response.uri().getPath()));
  }

  private static <T> T read(InputStream body, JavaType type) {
    try (body) {
      return ClientJson.MAPPER.readValue(body, type);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The server's answer is not the expected JSON: " + e.getMessage(), e);
    }
  }
}
