package io.mien.orchestrator.webhook.vertx;

import io.mien.contracts.failure.Unavailable;
import io.mien.orchestrator.webhook.Answer;
import io.mien.orchestrator.webhook.Post;
import io.mien.orchestrator.webhook.Poster;
import io.mien.orchestrator.webhook.address.Target;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A connection for each request, straight to the address of the target; the URL's host stands in
 * the request and is what the certificate has to be for. Thread-safe.
 */
public final class VertxPoster implements Poster, AutoCloseable {

  private static final String USER_AGENT = "Mien-Webhooks/1";
  private static final String RETRY_AFTER = "retry-after";

  private final HttpClient client;
  private final Duration timeout;

  /**
   * @param options of TLS; what this class needs is set here
   * @param timeouts to connect, and from the beginning to the whole answer
   */
  public VertxPoster(Vertx vertx, HttpClientOptions options, Timeouts timeouts) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions(options)
                .setKeepAlive(false)
                .setConnectTimeout((int) timeouts.connect().toMillis()));
    this.timeout = timeouts.whole();
  }

  /** How long a request may take. */
  public record Timeouts(Duration connect, Duration whole) {}

  @Override
  public Answer post(Post post) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Future<HttpClientRequest> connected = client.request(options(post));
    connected
        .onSuccess(request -> exchange(request, post, answer))
        .onFailure(answer::completeExceptionally);
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failed(post, "no whole answer within " + timeout.toMillis() / 1000.0 + " s", e);
    } catch (ExecutionException e) {
      throw failed(post, String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(post, "this process is ending", e);
    } finally {
      // Closes the connection unless everything was read
      connected.onSuccess(HttpClientRequest::reset);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private static RequestOptions options(Post post) {
    Target target = post.target();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(
                SocketAddress.inetSocketAddress(target.port(), target.address().getHostAddress()))
            .setHost(target.url().getHost())
            .setPort(target.port())
            .setSsl(target.isTls())
            .setURI(target.resource())
            .setFollowRedirects(false)
            .putHeader("user-agent", USER_AGENT);
    post.headers().forEach(options::putHeader);
    return options;
  }

  private static void exchange(
      HttpClientRequest request, Post post, CompletableFuture<Answer> answer) {
    request
        .send(Buffer.buffer(post.body()))
        .onSuccess(response -> read(response, answer))
        .onFailure(answer::completeExceptionally);
  }

  private static void read(HttpClientResponse response, CompletableFuture<Answer> answer) {
    AnswerText text = new AnswerText();
    response.handler(
        chunk -> {
          if (!text.add(chunk)) {
            answer.complete(answer(response, text));
          }
        });
    response.endHandler(end -> answer.complete(answer(response, text)));
    response.exceptionHandler(answer::completeExceptionally);
  }

  private static Answer answer(HttpClientResponse response, AnswerText text) {
    return new Answer(response.statusCode(), text.toString(), response.getHeader(RETRY_AFTER));
  }

  private static Unavailable failed(Post post, String found, Exception e) {
    return new Unavailable(
        "webhook-unanswered",
        "Posted to %s at %s: %s."
            .formatted(post.target().url(), post.target().address().getHostAddress(), found),
        e);
  }
}
