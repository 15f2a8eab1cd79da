package io.mien.orchestrator.system;

import static io.mien.orchestrator.system.Shop.data;
import static io.mien.orchestrator.system.Shop.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.mien.contracts.RunState;
import io.mien.contracts.Topics;
import io.mien.contracts.id.RunId;
import io.mien.contracts.synthesis.SynthesisEvents;
import io.mien.contracts.task.ListItems;
import io.mien.contracts.task.RunTask;
import io.mien.orchestrator.database.Database;
import io.mien.store.ObjectStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A product that asks by events, and reads the answers with the SDK of CloudEvents. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class SynthesisEventsIT {

  private static final String NAME_THAT_BREAKS = "name that PostgreSQL refuses";

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject ObjectStore store;

  @Inject Database database;

  @TempDir Path folder;

  private ScriptedWorker worker;
  private ScriptedSynthesis outcomes;
  private Shop shop;

  @BeforeEach
  void haveChampion() {
    Api.awaitUp();
    worker = new ScriptedWorker(bootstrapServers);
    worker.appear();
    outcomes = new ScriptedSynthesis(store);
    Champion.train(worker, store, folder);
    shop = new Shop(bootstrapServers);
  }

  @AfterEach
  void close() {
    worker.close();
    shop.close();
  }

  @Test
  void requestIsOneSynthesisHoweverOftenAndInWhicheverModeItComes() {
    CloudEvent request = request(items("item-1"));
    shop.send(request, Encoding.BINARY);
    shop.send(request, Encoding.STRUCTURED);

    RunId run = shop.awaitStarted(request);
    RunTask listing = worker.awaitOffer(run, "list", 1);
    worker.carryOut(listing, outcomes.listed(listing, List.of(List.of(1)), List.of()));
    RunTask prepare = worker.awaitOffer(run, "prepare", 1);
    worker.carryOut(prepare, outcomes.prepared(prepare, List.of(1), List.of()));
    RunTask generate = worker.awaitOffer(run, "generate", 1);
    worker.carryOut(generate, outcomes.synthesised(generate, List.of(1), List.of()));

    CloudEvent ended = shop.awaitAnswer(request, SynthesisEvents.ENDED);
    assertThat(ended.getExtension("requestsource")).isEqualTo(Shop.SOURCE.toString());
    assertThat(data(ended).path("runId").asText()).isEqualTo(run.toString());
    assertThat(data(ended).path("state").asText()).isEqualTo("COMPLETED");
    assertThat(data(ended).at("/items/succeeded").asInt()).isEqualTo(1);
    // A request behind it in the same partition has been read, so the second one has, too
    CloudEvent next = request("{}");
    shop.send(next, Encoding.BINARY);
    shop.awaitRefused(next);
    assertThat(shop.answered(request))
        .containsExactly(SynthesisEvents.STARTED, SynthesisEvents.ENDED);
  }

  @Test
  void whatCannotBeBegunIsAnsweredWithItsReason() {
    Map<CloudEvent, String> refused = new HashMap<>();
    refused.put(request("{}"), "no-items");
    refused.put(request("{\"items\": 7}"), "bad-request");
    refused.put(request("{\"source\": \"s3://elsewhere/x/\"}"), "dataset-source-forbidden");
    refused.put(
        request("{\"source\": \"s3://photos/staff/\", \"name\": \"a\\u0000\"}"), "bad-field");
    refused.put(
        request("{\"source\": \"s3://photos/staff/\", \"file\": \"a\\u0000\"}"), "bad-field");
    refused.put(prioritised(1000), "bad-priority");
    refused.put(prioritised(-101), "bad-priority");
    refused.put(prioritised(50), "priority-needs-operator");
    refused.put(
        CloudEventBuilder.v1(request("{}")).withType("io.mien.other").build(), "unknown-type");

    refused.keySet().forEach(event -> shop.send(event, Encoding.STRUCTURED));

    refused.forEach((event, code) -> assertThat(shop.awaitRefused(event)).isEqualTo(code));
  }

  @Test
  void sameEventWithOtherContentIsRefusedAndTheFirstGoesOn() {
    CloudEvent request = request(items("a"));
    CloudEvent other =
        CloudEventBuilder.v1(request)
            .withData("application/json", items("b").getBytes(UTF_8))
            .build();

    shop.send(request, Encoding.BINARY);
    RunId run = shop.awaitStarted(request);
    shop.send(other, Encoding.BINARY);

    assertThat(shop.awaitRefused(request)).isEqualTo("idempotency-key-reused");
    assertThat(Api.run(run).state()).isEqualTo(RunState.RUNNING);
    cancel(run);
  }

  @Test
  void brokenItemFailsAloneAndTheOthersAreBegun() {
    CloudEvent request =
        request(
            "{\"items\": [{\"custom_id\": \"a\", \"photo\": \"s3://photos/a.jpg\", \"face\": \"both\"}, {}]}");

    shop.send(request, Encoding.BINARY);

    RunId run = shop.awaitStarted(request);
    ListItems listing = (ListItems) worker.awaitOffer(run, "list", 1).spec();
    assertThat(new String(store.read(listing.items()), UTF_8).lines())
        .containsExactly(
            "{\"custom_id\":\"a\",\"photo\":\"s3://photos/a.jpg\",\"face\":\"both\"}", "{}");
    cancel(run);
  }

  @Test
  void whatBreaksOnTheWayIsPutAsideAndAnswered() {
    CloudEvent request =
        request(
            "{\"items\": [{\"custom_id\": \"a\", \"photo\": \"s3://photos/a.jpg\"}], \"name\": \"%s\"}"
                .formatted(NAME_THAT_BREAKS));
    database.run(
        tx ->
            tx.update(
                "ALTER TABLE run ADD CONSTRAINT breaks CHECK (name <> '%s') NOT VALID"
                    .formatted(NAME_THAT_BREAKS)));
    try {
      shop.send(request, Encoding.STRUCTURED);

      assertThat(shop.awaitRefused(request)).isEqualTo("internal");
      assertThat(worker.awaitDeadLetter(Shop.KEY).topic())
          .isEqualTo(Topics.dead(Topics.SYNTHESIS_REQUESTS));
    } finally {
      database.run(tx -> tx.update("ALTER TABLE run DROP CONSTRAINT breaks"));
    }
  }

  @Test
  void whatIsNoCloudEventIsPutAside() {
    String key = ScriptedWorker.anyKey();

    worker.sendRaw(Topics.SYNTHESIS_REQUESTS, key, "hello".getBytes(UTF_8));

    assertThat(worker.awaitDeadLetter(key).topic())
        .isEqualTo(Topics.dead(Topics.SYNTHESIS_REQUESTS));
  }

  private static void cancel(RunId run) {
    Api.request().post("/v1/syntheses/" + run + "/cancel");
  }

  private static CloudEvent prioritised(int priority) {
    return request("{\"source\": \"s3://photos/staff/\", \"priority\": %d}".formatted(priority));
  }

  private static String items(String id) {
    return "{\"items\": [{\"custom_id\": \"%1$s\", \"photo\": \"s3://photos/%1$s.jpg\"}]}"
        .formatted(id);
  }
}
