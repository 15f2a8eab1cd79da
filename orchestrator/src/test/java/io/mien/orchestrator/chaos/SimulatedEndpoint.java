package io.mien.orchestrator.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.failure.Unavailable;
import io.mien.orchestrator.webhook.Answer;
import io.mien.orchestrator.webhook.Post;
import io.mien.orchestrator.webhook.Poster;
import io.mien.store.json.WireJson;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * A program that receives webhooks and is not well: it is away, it refuses, or it keeps what comes
 * and its answer is lost. Thread-safe.
 */
final class SimulatedEndpoint implements Poster {

  private static final Answer THANKS = new Answer(204, "", null);
  private static final Answer REFUSAL = new Answer(503, "not now", "20");

  private final RandomGenerator random;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final AtomicLong failures = new AtomicLong();
  private volatile double odds;

  SimulatedEndpoint(RandomGenerator random) {
    this.random = random;
  }

  /** From now on it fails this often. */
  void setOdds(double odds) {
    this.odds = odds;
  }

  @Override
  public Answer post(Post post) {
    boolean fails = random.nextDouble() < odds;
    int how = random.nextInt(3);
    if (fails) {
      failures.incrementAndGet();
    }
    if (fails && how == 0) {
      return REFUSAL;
    }
    if (!fails || how == 1) {
      received.add(Received.of(post));
    }
    if (fails) {
      throw new Unavailable("webhook-unanswered", "The endpoint does not answer (by the test).");
    }
    return THANKS;
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  long failures() {
    return failures.get();
  }

  /** What has come, once for each time. */
  record Received(String path, String id, JsonNode body) {

    static Received of(Post post) {
      try {
        return new Received(
            post.target().url().getPath(),
            Objects.requireNonNull(post.headers().get("webhook-id")),
            WireJson.MAPPER.readTree(post.body()));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    long sequence() {
      return data().path("sequence").asLong();
    }

    String type() {
      return body.path("type").asText();
    }

    /** Of the event's run; empty when it has none. */
    String run() {
      return data().path("runId").asText();
    }

    long runSequence() {
      return data().path("runSequence").asLong();
    }

    private JsonNode data() {
      return body.path("data");
    }
  }
}
