package io.mien.synth.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.TaskKind;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.GenerateFaces;
import io.mien.contracts.task.RunTask;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequesterTest {

  @Test
  void tasksOfAClientShareItsTurnAndThoseOfNoneKnownTheirRuns() {
    UUID shop = UUID.randomUUID();
    RunTask known = offer(shop);
    RunTask unknown = offer(null);

    Requester ofShop = Requester.of(Urgency.BULK, known, () -> {});
    Requester ofNone = Requester.of(Urgency.BULK, unknown, () -> {});

    assertThat(ofShop.client()).isEqualTo(shop.toString());
    assertThat(ofShop.run()).isEqualTo(known.runId().toString());
    assertThat(ofNone.client()).isEqualTo(unknown.runId().toString());
  }

  private static RunTask offer(@Nullable UUID client) {
    ObjectRef manifest = new ObjectRef(Bucket.MODELS, "a/faces.json", 1, "00");
    return new RunTask(
        new TaskId(UUID.randomUUID()),
        new RunId(UUID.randomUUID()),
        "generate",
        TaskKind.SYNTH,
        1,
        new GenerateFaces(new PrefixRef(Bucket.MODELS, "a/", manifest), 1, 1),
        Duration.ofSeconds(60),
        Duration.ofSeconds(10),
        Instant.EPOCH,
        null,
        client);
  }
}
