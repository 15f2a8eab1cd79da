package io.mien.cli.command;

import io.mien.cli.client.ClientJson;
import io.mien.cli.client.MienClient;
import io.mien.cli.client.MultipartForm;
import io.mien.cli.client.ProblemException;
import io.mien.cli.client.ServerAway;
import io.mien.cli.synthesis.Submission;
import io.mien.contracts.rest.SynthesisView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts a synthesis, once: under one key it is posted until an answer comes, because an answer
 * that was lost on the way says nothing about what was done.
 */
final class SynthesisPost {

  private static final String PATH = "/v1/syntheses";
  private static final long EVERY_MS = 700;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final MienClient client;
  private final Absence absence =
      new Absence(PATIENCE, notice -> System.err.println("mien: " + notice));

  SynthesisPost(MienClient client) {
    this.client = client;
  }

  /**
   * @param items JSON lines beside the request
   */
  SynthesisView send(Submission submission, @Nullable Path items)
      throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (boolean first = true; ; first = false) {
      try {
        return once(submission, items);
      } catch (ServerAway | ProblemException | UncheckedIOException failure) {
        if (first && isNothingThere(failure)) {
          throw failure;
        }
        absence.suffered(failure);
      }
      never.await(EVERY_MS, TimeUnit.MILLISECONDS);
    }
  }

  private SynthesisView once(Submission submission, @Nullable Path items) throws IOException {
    String key = submission.idempotencyKey();
    if (items == null) {
      return client.postOnce(PATH, key, submission.request(), SynthesisView.class);
    }
    String request = ClientJson.MAPPER.writeValueAsString(submission.request());
    MultipartForm form = new MultipartForm().field("request", request).file("items", items);
    return client.uploadOnce(PATH, key, form, SynthesisView.class);
  }

  /** An address at which nobody listens is wrong more often than it is away. */
  private static boolean isNothingThere(RuntimeException failure) {
    return failure.getCause() instanceof ConnectException
        || failure.getCause() instanceof HttpConnectTimeoutException;
  }
}
