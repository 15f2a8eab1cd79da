package io.mien.orchestrator.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.contracts.RunState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.DeliveryView;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.Problem;
import io.mien.contracts.rest.RedriveView;
import io.mien.contracts.rest.WebhookView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.key.Secrets;
import io.mien.orchestrator.webhook.Receiver;
import io.mien.orchestrator.webhook.Receiver.Received;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks as an operator and a receiver see them, with the loops that run by themselves. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class WebhookRestIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Database database;

  @TempDir Path folder;

  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    Api.awaitUp();
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    Api.get("/v1/webhooks?limit=200", new TypeReference<Page<WebhookView>>() {})
        .items()
        .forEach(webhook -> Api.request().delete("/v1/webhooks/" + webhook.webhookId()));
    receiver.close();
  }

  @Test
  void endOfARunReachesTheReceiverByItself() {
    WebhookView webhook = register(Map.of("url", receiver.url("/in").toString()), "key-1");
    assertThat(webhook.types()).contains("run.cancelled", "task.dead");
    assertThat(webhook.state()).isEqualTo(WebhookView.State.ENABLED);

    RunId run = Api.startRun(folder).runId();
    Api.request().post("/v1/runs/" + run + "/cancel");
    Api.awaitRun(run, RunState.CANCELLED);

    Received received = awaitReceived("run.cancelled");
    assertThat(received.body()).contains(run.toString()).doesNotContain("null");
    assertThat(received.isSignedWith(webhook.secret())).isTrue();
    DeliveryView delivery =
        Api.get(path(webhook) + "/deliveries/" + received.id(), DeliveryView.class);
    assertThat(delivery.body()).isEqualTo(received.body());
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                deliveries(webhook, "DELIVERED").stream()
                    .anyMatch(each -> each.deliveryId().equals(delivery.deliveryId())));
  }

  @Test
  void secretIsShownToWhoMadeItAndToNobodyElse() {
    Map<String, Object> body =
        Map.of("url", receiver.url("/").toString(), "types", List.of("run."));
    WebhookView made = register(body, "key-2");
    WebhookView again = register(body, "key-2");

    assertThat(again.webhookId()).isEqualTo(made.webhookId());
    assertThat(again.secret()).isEqualTo(made.secret()).startsWith("whsec_");
    assertThat(Api.request().get(path(made)).asString()).doesNotContain("whsec_");
    assertThat(Api.request().get("/v1/webhooks").asString()).doesNotContain("whsec_");

    WebhookView rotated =
        Api.read(Api.request().post(path(made) + "/rotate"), 200, WebhookView.class);
    assertThat(rotated.secret()).startsWith("whsec_").isNotEqualTo(made.secret());
    assertThat(rotated.oldSecretUntil()).isNotNull();
  }

  @Test
  void testIsDeliveredAndAnEndpointThatIsOffIsNotTested() {
    WebhookView webhook = register(Map.of("url", receiver.url("/").toString()), "key-3");

    DeliveryView test =
        Api.read(Api.request().post(path(webhook) + "/test"), 202, DeliveryView.class);
    assertThat(awaitReceived("webhook.test").id()).isEqualTo(test.deliveryId().toString());

    WebhookView off =
        Api.read(Api.request().post(path(webhook) + "/disable"), 200, WebhookView.class);
    assertThat(off.state()).isEqualTo(WebhookView.State.DISABLED);
    assertProblem(Api.request().post(path(webhook) + "/test"), 422, "webhook-disabled");
    assertThat(
            Api.read(Api.request().post(path(webhook) + "/enable"), 200, WebhookView.class).state())
        .isEqualTo(WebhookView.State.ENABLED);
  }

  @Test
  void deadDeliveryIsListedAndSentAgain() {
    WebhookView webhook = register(Map.of("url", receiver.url("/").toString()), "key-4");
    receiver.next(410);
    DeliveryView test =
        Api.read(Api.request().post(path(webhook) + "/test"), 202, DeliveryView.class);
    Awaitility.await().atMost(PATIENCE).until(() -> deliveries(webhook, "DEAD").size() == 1);
    String redrive = path(webhook) + "/deliveries/" + test.deliveryId() + "/redrive";

    assertThat(Api.get(path(webhook), WebhookView.class).state()).isEqualTo(WebhookView.State.GONE);
    assertThat(Api.read(Api.request().post(redrive), 200, DeliveryView.class).state())
        .isEqualTo(DeliveryView.State.WAITING);
    assertProblem(Api.request().post(redrive), 422, "delivery-not-dead");
    Api.request().post(path(webhook) + "/enable");
    Awaitility.await().atMost(PATIENCE).until(() -> deliveries(webhook, "DELIVERED").size() == 1);
    assertThat(
            Api.read(Api.request().post(path(webhook) + "/redrive"), 200, RedriveView.class)
                .redriven())
        .isZero();
  }

  @Test
  void whatCannotBeIsRefused() {
    assertProblem(Api.json(Map.of()).post("/v1/webhooks"), 422, "field-missing");
    assertProblem(
        Api.json(Map.of("url", "ftp://x/y")).post("/v1/webhooks"), 422, "webhook-url-invalid");
    assertProblem(
        Api.json(Map.of("url", receiver.url("/").toString(), "types", List.of("RUN")))
            .post("/v1/webhooks"),
        422,
        "bad-field");
    assertProblem(Api.request().get("/v1/webhooks/" + UUID.randomUUID()), 404, "webhook-not-found");
    assertProblem(
        Api.request().delete("/v1/webhooks/" + UUID.randomUUID()), 404, "webhook-not-found");
    assertProblem(
        Api.request().post("/v1/webhooks/" + UUID.randomUUID() + "/enable"),
        404,
        "webhook-not-found");
  }

  @Test
  void whoIsNoOperatorSeesNoWebhooks() {
    String key = "mien_submitter_" + UUID.randomUUID();
    database.run(
        tx ->
            tx.update(
                "INSERT INTO api_key (api_key_id, name, key_sha256, role) VALUES (?, 's', ?, 'submitter')",
                UUID.randomUUID(),
                Secrets.hash(key)));

    assertProblem(
        given().header("Authorization", "Bearer " + key).get("/v1/webhooks"), 403, "forbidden");
  }

  private static WebhookView register(Map<String, ?> body, String idempotencyKey) {
    return Api.read(
        Api.json(body)
            .header("Idempotency-Key", "webhook-it-" + idempotencyKey)
            .post("/v1/webhooks"),
        201,
        WebhookView.class);
  }

  private static String path(WebhookView webhook) {
    return "/v1/webhooks/" + webhook.webhookId();
  }

  private static List<DeliveryView> deliveries(WebhookView webhook, String state) {
    return Api.get(
            path(webhook) + "/deliveries?state=" + state,
            new TypeReference<Page<DeliveryView>>() {})
        .items();
  }

  private Received awaitReceived(String type) {
    Awaitility.await().atMost(PATIENCE).until(() -> ofType(type).size() == 1);
    return ofType(type).get(0);
  }

  private List<Received> ofType(String type) {
    return receiver.received().stream()
        .filter(each -> each.body().contains("\"type\":\"" + type + "\""))
        .toList();
  }

  private static void assertProblem(Response response, int status, String code) {
    assertThat(Api.read(response, status, Problem.class).code()).isEqualTo(code);
  }
}
