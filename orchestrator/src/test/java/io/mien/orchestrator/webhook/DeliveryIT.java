package io.mien.orchestrator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.id.DeliveryId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WebhookId;
import io.mien.contracts.rest.DeliveryView;
import io.mien.contracts.rest.WebhookView;
import io.mien.orchestrator.webhook.Receiver.Received;
import io.mien.orchestrator.webhook.Receiver.Reply;
import io.mien.orchestrator.webhook.WebhookTable.Replica;
import io.mien.orchestrator.webhook.address.Resolver;
import io.mien.orchestrator.webhook.address.Targets;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of one event after the other. */
class DeliveryIT {

  private WebhookTable table;
  private Receiver receiver;
  private Replica replica;

  @BeforeEach
  void open() throws IOException {
    table = new WebhookTable();
    receiver = new Receiver();
    replica = table.replica();
  }

  @AfterEach
  void close() {
    receiver.close();
    table.close();
  }

  @Test
  void whatMatchesFromNowOnIsPostedOnceAndSigned() throws IOException {
    table.happens("run.succeeded");
    WebhookId id = table.register(receiver.url("/in?a=b"), "run.", "task.dead");
    table.happens("task.queued");
    table.happens("runner.up");
    RunId run = table.happens("run.succeeded");

    replica.step();
    replica.step();

    assertThat(receiver.received()).hasSize(1);
    Received received = receiver.received().get(0);
    assertThat(received.path()).isEqualTo("/in?a=b");
    assertThat(received.headers()).containsEntry("content-type", "application/json");
    assertThat(received.isSignedWith(table.secret(id))).isTrue();
    assertThat(received.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
    assertThat(received.id()).isEqualTo(table.only(id).deliveryId().toString());
    Instant attempt =
        Instant.ofEpochSecond(Long.parseLong(received.headers().get("webhook-timestamp")));
    assertThat(attempt).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
    JsonNode body = WireJson.MAPPER.readTree(received.body());
    assertThat(received.body()).startsWith("{\"type\":\"run.succeeded\",\"timestamp\":\"");
    assertThat(body.path("data").path("state").asText()).isEqualTo("told");
    assertThat(body.path("data").path("runId").asText()).isEqualTo(run.toString());
    assertThat(body.path("data").path("sequence").asLong()).isEqualTo(table.only(id).sequence());
    assertThat(body.path("data").path("runSequence").asLong()).isEqualTo(1);
    assertThat(body.path("data").has("taskId")).isFalse();
    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.DELIVERED);
    assertThat(table.only(id).lastAttempt().status()).isEqualTo(204);
  }

  @Test
  void failedAttemptIsMadeAgainLaterUnderTheSameId() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    table.happens("run.failed");
    receiver.next(new Reply(500, Map.of(), "out of\u0000 order " + "x".repeat(5000)));

    replica.step();
    replica.step();

    assertThat(receiver.received()).hasSize(1);
    DeliveryView waiting = table.only(id);
    assertThat(waiting.state()).isEqualTo(DeliveryView.State.WAITING);
    assertThat(waiting.nextAttemptAt()).isCloseTo(Instant.now(), within(7, ChronoUnit.SECONDS));
    assertThat(waiting.lastAttempt().status()).isEqualTo(500);
    assertThat(waiting.lastAttempt().detail()).startsWith("out of  order xxx").hasSize(400);

    table.pass(Duration.ofSeconds(7));
    replica.step();

    assertThat(receiver.received()).extracting(Received::id).hasSize(2);
    assertThat(receiver.received().get(1).id()).isEqualTo(receiver.received().get(0).id());
    assertThat(receiver.received().get(1).isSignedWith(table.secret(id))).isTrue();
    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.DELIVERED);
    assertThat(table.only(id).attempts()).isEqualTo(2);
    assertThat(table.webhook(id).health().failures()).isZero();
  }

  @Test
  void endpointMaySayWhenItWantsTheNextAttempt() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    table.happens("run.failed");
    receiver.next(new Reply(503, Map.of("Retry-After", "600"), ""));

    replica.step();
    table.pass(Duration.ofSeconds(560));
    replica.step();
    assertThat(receiver.received()).hasSize(1);

    table.pass(Duration.ofSeconds(41));
    replica.step();
    assertThat(receiver.received()).hasSize(2);
    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.DELIVERED);
  }

  @Test
  void endpointThatIsGoneGetsNothingMoreUntilItIsEnabled() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    table.happens("run.failed");
    receiver.next(410);
    replica.step();

    table.happens("run.failed");
    replica.step();

    assertThat(receiver.received()).hasSize(1);
    assertThat(table.webhook(id).state()).isEqualTo(WebhookView.State.GONE);
    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.DEAD);
    assertThat(table.only(id).lastAttempt().status()).isEqualTo(410);

    table.database.run(tx -> table.actions.enable(tx, id));
    replica.step();
    RunId later = table.happens("run.cancelled");
    replica.step();

    assertThat(receiver.received()).hasSize(2);
    assertThat(receiver.received().get(1).body()).contains(later.toString());
  }

  @Test
  void redirectionIsAFailureAndIsNotFollowed() {
    WebhookId id = table.register(receiver.url("/old"), "run.");
    table.happens("run.failed");
    receiver.next(new Reply(307, Map.of("Location", receiver.url("/new").toString()), ""));

    replica.step();

    assertThat(receiver.received()).extracting(Received::path).containsExactly("/old");
    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.WAITING);
    assertThat(table.only(id).lastAttempt().status()).isEqualTo(307);
  }

  @Test
  void deliveryIsDeadAfterADayAndIsSentAgainWhenItIsRedriven() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    table.happens("run.failed");
    receiver.always(500);
    for (int hours = 0; hours < 30; hours++) {
      replica.step();
      table.pass(Duration.ofHours(1));
    }
    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.DEAD);
    assertThat(table.webhook(id).backlog().dead()).isEqualTo(1);
    int attempts = receiver.received().size();
    assertThat(attempts).isEqualTo(table.only(id).attempts()).isBetween(7, 12);

    receiver.always(200);
    assertThat(table.database.<Integer>transact(tx -> table.actions.redrive(tx, id, null)))
        .isEqualTo(1);
    replica.step();

    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.DELIVERED);
    assertThat(receiver.received()).hasSize(attempts + 1);
    assertThat(receiver.received())
        .extracting(Received::id)
        .containsOnly(table.only(id).deliveryId().toString());
    assertThat(table.database.<Integer>transact(tx -> table.actions.redrive(tx, id, null)))
        .isZero();
  }

  @Test
  void replicaThatDiesBetweenSendingAndWritingDownHasItSentAgainUnderTheSameId() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    table.happens("run.failed");
    Poster dying =
        post -> {
          table.poster.post(post);
          throw new IllegalStateException("killed");
        };
    table.replica(new DeliveryAttempt.Way(table.anywhere, dying), Runnable::run, 4).step();
    assertThat(receiver.received()).hasSize(1);
    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.SENDING);

    replica.step();
    assertThat(receiver.received()).hasSize(1);
    table.pass(WebhookTable.LEASE);
    replica.step();

    assertThat(receiver.received()).hasSize(2);
    assertThat(receiver.received().get(1).id()).isEqualTo(receiver.received().get(0).id());
    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.DELIVERED);
  }

  @Test
  void answerToAnAttemptThatWasGivenUpDoesNotCount() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    table.happens("run.failed");
    Poster slow =
        post -> {
          table.pass(WebhookTable.LEASE);
          replica.send();
          return new Answer(500, "late", null);
        };

    table.replica(new DeliveryAttempt.Way(table.anywhere, slow), Runnable::run, 4).step();

    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.DELIVERED);
    assertThat(table.only(id).attempts()).isEqualTo(2);
    assertThat(table.webhook(id).health().failures()).isZero();
  }

  @Test
  void privateAddressIsNotConnectedTo() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    table.happens("run.failed");
    Targets strict =
        new Targets(
            Resolver.ofThisMachine(),
            Set.of(io.mien.orchestrator.webhook.address.Allowance.PLAIN_HTTP));

    table.replica(new DeliveryAttempt.Way(strict, table.poster), Runnable::run, 4).step();

    assertThat(receiver.received()).isEmpty();
    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.WAITING);
    assertThat(table.only(id).lastAttempt().detail())
        .contains("127.0.0.1 is an address of a private network");
  }

  @Test
  void nobodyListeningIsAFailureThatSaysSo() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    receiver.close();
    table.happens("run.failed");

    replica.step();

    assertThat(table.only(id).lastAttempt().status()).isNull();
    assertThat(table.only(id).lastAttempt().detail()).contains("refused");
  }

  @Test
  void oldSecretSignsTooForADay() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    String old = table.secret(id);
    table.database.run(tx -> table.actions.rotate(tx, id));
    String fresh = table.secret(id);
    assertThat(fresh).isNotEqualTo(old);

    table.happens("run.failed");
    replica.step();
    table.pass(Duration.ofHours(25));
    table.happens("run.failed");
    replica.step();

    List<Received> received = receiver.received();
    assertThat(received).hasSize(2).allMatch(each -> each.isSignedWith(fresh));
    assertThat(received.get(0).isSignedWith(old)).isTrue();
    assertThat(received.get(0).headers().get("webhook-signature")).contains(" ");
    assertThat(received.get(1).isSignedWith(old)).isFalse();
    assertThat(received.get(1).headers().get("webhook-signature")).doesNotContain(" ");
  }

  @Test
  void testIsSentToThisEndpointAlone() {
    WebhookId id = table.register(receiver.url("/tested"), "run.");
    table.register(receiver.url("/other"), "webhook.");

    DeliveryId delivery = new DeliveryId(table.ids.next());
    table.database.run(tx -> table.actions.test(tx, table.webhook(id), delivery, Instant.now()));
    replica.step();

    assertThat(receiver.received()).hasSize(1);
    Received received = receiver.received().get(0);
    assertThat(received.path()).isEqualTo("/tested");
    assertThat(received.id()).isEqualTo(delivery.toString());
    assertThat(received.body()).contains("\"type\":\"webhook.test\"", id.toString());
  }

  @Test
  void deliveriesAreKeptForAWhileAndDeadOnesLonger() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    DeliverySweep sweep =
        new DeliverySweep(
            table.database, table.deliveries, Duration.ofDays(7), Duration.ofDays(30));
    table.happens("run.succeeded");
    replica.step();
    table.happens("run.failed");
    receiver.next(410);
    replica.step();
    assertThat(table.deliveries(id))
        .extracting(DeliveryView::state)
        .containsExactly(DeliveryView.State.DELIVERED, DeliveryView.State.DEAD);

    table.pass(Duration.ofDays(6));
    sweep.step();
    assertThat(table.deliveries(id)).hasSize(2);
    table.pass(Duration.ofDays(2));
    sweep.step();
    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.DEAD);
    table.pass(Duration.ofDays(23));
    sweep.step();
    assertThat(table.deliveries(id)).isEmpty();
  }

  @Test
  void whatWaitsForAnEndpointThatIsOffIsGivenUpAfterADay() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    DeliverySweep sweep =
        new DeliverySweep(
            table.database, table.deliveries, Duration.ofDays(7), Duration.ofDays(30));
    table.happens("run.failed");
    replica.collector().step();
    table.pass(Duration.ofHours(25));
    sweep.step();
    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.WAITING);

    table.database.run(tx -> table.actions.disable(tx, id));
    replica.step();
    sweep.step();

    assertThat(receiver.received()).isEmpty();
    assertThat(table.only(id).state()).isEqualTo(DeliveryView.State.DEAD);
  }

  @Test
  void endpointGoesWithItsDeliveries() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    table.happens("run.failed");
    replica.collector().step();

    assertThat(table.database.<Boolean>transact(tx -> table.actions.remove(tx, id))).isTrue();
    replica.step();

    assertThat(receiver.received()).isEmpty();
    assertThat(table.deliveries(id)).isEmpty();
    assertThat(table.database.<Boolean>transact(tx -> table.actions.remove(tx, id))).isFalse();
  }
}
