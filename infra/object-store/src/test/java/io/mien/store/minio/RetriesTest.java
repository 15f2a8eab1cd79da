package io.mien.store.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.mien.contracts.failure.Unavailable;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(4, Duration.ofMillis(100), Duration.ofMillis(300));

  private final List<Duration> pauses = new ArrayList<>();
  private final AtomicInteger tries = new AtomicInteger();
  private final Retries retries = new Retries(POLICY, new Random(7), pauses::add);

  @Test
  void storeThatComesBackInTimeIsNotNoticed() throws Exception {
    String answer = retries.call("read a", () -> failing(3, "content"));

    assertThat(answer).isEqualTo("content");
    assertThat(tries).hasValue(4);
  }

  @Test
  void pausesDoubleUpToTheLimitAndVary() throws Exception {
    retries.call("read a", () -> failing(3, "content"));

    assertThat(pauses).hasSize(3);
    assertThat(pauses.get(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    assertThat(pauses.get(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(pauses.get(2)).isBetween(Duration.ofMillis(150), Duration.ofMillis(300));
  }

  @Test
  void storeThatStaysAwayIsUnavailable() {
    assertThatThrownBy(() -> retries.call("read a/b", () -> failing(4, "content")))
        .hasMessageContaining("Cannot read a/b: tried 4 times")
        .hasMessageContaining("ConnectException")
        .asInstanceOf(type(Unavailable.class))
        .extracting(Unavailable::code)
        .isEqualTo("store-unavailable");
  }

  @Test
  void whatTheStoreRefusesIsNotTriedAgain() {
    assertThatThrownBy(
            () ->
                retries.call(
                    "read a",
                    () -> {
                      tries.incrementAndGet();
                      throw new MinioException("no such parameter");
                    }))
        .asInstanceOf(type(Unavailable.class))
        .extracting(Unavailable::code)
        .isEqualTo("store-refused");
    assertThat(tries).hasValue(1);
  }

  @Test
  void networkErrorWrappedByTheClientIsTriedAgain() {
    assertThat(Fault.of(new IllegalStateException(new ConnectException("refused"))))
        .isEqualTo(Fault.AWAY);
  }

  @Test
  void faultsAreToldApart() {
    assertThat(Fault.of("NoSuchKey", 404)).isEqualTo(Fault.MISSING);
    assertThat(Fault.of("NoSuchBucket", 404)).isEqualTo(Fault.REFUSED);
    assertThat(Fault.of("AccessDenied", 403)).isEqualTo(Fault.REFUSED);
    assertThat(Fault.of("SlowDown", 503)).isEqualTo(Fault.AWAY);
    assertThat(Fault.of("RequestTimeout", 400)).isEqualTo(Fault.AWAY);
    assertThat(Fault.of(new ServerException("busy", 503, ""))).isEqualTo(Fault.AWAY);
  }

  private String failing(int times, String answer) throws MinioException {
    if (tries.incrementAndGet() <= times) {
      throw new MinioException(new ConnectException("Connection refused"));
    }
    return answer;
  }
}
