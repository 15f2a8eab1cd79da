package io.mien.orchestrator.system;

import static io.mien.orchestrator.system.Shop.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.Encoding;
import io.mien.contracts.id.RunId;
import io.mien.contracts.synthesis.SynthesisEvents;
import io.mien.store.ObjectStore;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More requests by events than may go on at once. */
@QuarkusTest
@WithTestResource(SynthesisBackpressureIT.OneAtATime.class)
class SynthesisBackpressureIT {

  /** An installation that has room for one synthesis. */
  public static final class OneAtATime implements QuarkusTestResourceLifecycleManager {

    private final OrchestratorServers servers = new OrchestratorServers();

    @Override
    public Map<String, String> start() {
      Map<String, String> config = new HashMap<>(servers.start());
      config.put("mien.orchestrator.most-open-requests", "1");
      return config;
    }

    @Override
    public void stop() {
      servers.stop();
    }
  }

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject ObjectStore store;

  @TempDir Path folder;

  private ScriptedWorker worker;
  private Shop shop;

  @BeforeEach
  void haveChampion() {
    Api.awaitUp();
    worker = new ScriptedWorker(bootstrapServers);
    worker.appear();
    Champion.train(worker, store, folder);
    shop = new Shop(bootstrapServers);
  }

  @AfterEach
  void close() {
    worker.close();
    shop.close();
  }

  @Test
  void requestWaitsInKafkaUntilThereIsRoomForIt() {
    CloudEvent first =
        request("{\"items\": [{\"custom_id\": \"1\", \"photo\": \"s3://a/1.jpg\"}]}");
    CloudEvent second =
        request("{\"items\": [{\"custom_id\": \"2\", \"photo\": \"s3://a/2.jpg\"}]}");

    shop.send(first, Encoding.BINARY);
    shop.send(second, Encoding.BINARY);
    RunId run = shop.awaitStarted(first);
    Awaitility.await().during(Duration.ofSeconds(2)).until(() -> shop.answered(second).isEmpty());
    Api.request().post("/v1/syntheses/" + run + "/cancel");

    CloudEvent ended = shop.awaitAnswer(first, SynthesisEvents.ENDED);
    CloudEvent started = shop.awaitAnswer(second, SynthesisEvents.STARTED);
    assertThat(started.getTime()).isAfterOrEqualTo(ended.getTime());
    Api.request().post("/v1/syntheses/" + shop.awaitStarted(second) + "/cancel");
  }
}
