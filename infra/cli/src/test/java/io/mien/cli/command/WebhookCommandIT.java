package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.cli.Mien;
import io.mien.cli.command.OperatedServer.Call;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The commands as an operator types them, against the answers of a server. */
class WebhookCommandIT {

  private static final String ID = "0190a000-0000-7000-8000-000000000001";
  private static final String DELIVERY = "0190a000-0000-7000-8000-000000000002";
  private static final String WEBHOOK = "/v1/webhooks/" + ID;

  @RegisterExtension private final OperatedServer mien = new OperatedServer();

  WebhookCommandIT() throws IOException {}

  @Test
  void addShowsTheSecretOnce() {
    mien.answers("POST /v1/webhooks", webhook("\"secret\": \"whsec_abc\","));
    mien.answers("GET " + WEBHOOK, webhook(""));

    assertThat(execute("add", "https://a.test/in", "--type", "run.,task.dead")).isZero();
    assertThat(changes())
        .containsExactly(
            "POST /v1/webhooks {\"url\":\"https://a.test/in\",\"types\":[\"run.\",\"task.dead\"]}");
    assertThat(mien.takePrinted()).contains(ID, "whsec_abc", "not shown again");

    assertThat(execute("show", ID)).isZero();
    assertThat(mien.takePrinted())
        .contains(ID, "FAILING (6 in a row", "dead 2")
        .doesNotContain("secret");
  }

  @Test
  void listsWhatIsThere() {
    mien.answers("GET /v1/webhooks?limit=200", "{\"items\": [" + webhook("") + "]}");

    assertThat(execute("list")).isZero();

    assertThat(mien.takePrinted()).contains("WAITING", ID, "https://a.test/in", "run.,task.dead");
  }

  @Test
  void deliveriesSayWhatWasAnswered() {
    mien.answers(
        "GET " + WEBHOOK + "/deliveries?limit=50&state=DEAD",
        "{\"items\": [" + delivery("DEAD") + "]}");
    mien.answers("GET " + WEBHOOK + "/deliveries/" + DELIVERY, delivery("DEAD"));

    assertThat(execute("deliveries", ID, "--state", "dead")).isZero();
    assertThat(mien.takePrinted()).contains(DELIVERY, "run.failed", "500 out of order");

    assertThat(execute("deliveries", ID, DELIVERY)).isZero();
    assertThat(mien.takePrinted()).contains("the body");
  }

  @Test
  void whatChangesAnEndpointIsPosted() {
    mien.answers("POST " + WEBHOOK + "/enable", webhook(""));
    mien.answers("POST " + WEBHOOK + "/disable", webhook(""));
    mien.answers("POST " + WEBHOOK + "/rotate", webhook("\"secret\": \"whsec_new\","));
    mien.answers("POST " + WEBHOOK + "/test", delivery("WAITING"));
    mien.answers("POST " + WEBHOOK + "/redrive", "{\"redriven\": 3}");
    mien.answers("POST " + WEBHOOK + "/deliveries/" + DELIVERY + "/redrive", delivery("WAITING"));
    mien.answers("DELETE " + WEBHOOK, "");

    for (String verb : List.of("enable", "disable", "rotate", "test", "redrive", "remove")) {
      assertThat(execute(verb, ID)).as(verb).isZero();
    }
    assertThat(execute("redrive", ID, DELIVERY)).isZero();

    assertThat(changes()).hasSize(7).contains("DELETE " + WEBHOOK + " ");
    assertThat(mien.takePrinted())
        .contains("whsec_new", "3 deliveries wait again", DELIVERY + " is WAITING", "is removed");
  }

  @Test
  void refusalIsSaidInTheWordsOfTheServer() {
    mien.refuses(
        "DELETE " + WEBHOOK,
        404,
        """
        {"type": "t", "title": "t", "status": 404, "code": "webhook-not-found", "detail": "There is no webhook", "instance": "/"}""");

    assertThat(execute("remove", ID)).isEqualTo(Mien.FAILED);

    assertThat(mien.errors()).contains("There is no webhook");
  }

  private int execute(String... arguments) {
    return mien.execute(
        Stream.concat(Stream.of("webhook"), Stream.of(arguments)).toArray(String[]::new));
  }

  private List<String> changes() {
    return mien.calls().stream()
        .filter(Call::changes)
        .map(call -> call.request() + " " + call.body().replaceAll("\\s", ""))
        .toList();
  }

  private static String webhook(String secret) {
    return """
        {"webhookId": "%s", "url": "https://a.test/in", "types": ["run.", "task.dead"], "state": "ENABLED",
         %s "health": {"failures": 6, "nextProbeAt": "2026-11-26T10:00:00Z"},
         "backlog": {"waiting": 1, "dead": 2}, "createdAt": "2026-11-25T20:00:00Z"}"""
        .formatted(ID, secret);
  }

  private static String delivery(String state) {
    return """
        {"deliveryId": "%s", "webhookId": "%s", "sequence": 7, "type": "run.failed", "state": "%s", "attempts": 9,
         "lastAttempt": {"at": "2026-11-26T10:00:00Z", "status": 500, "detail": "out of order"},
         "createdAt": "2026-11-25T20:00:00Z", "body": "the body"}"""
        .formatted(DELIVERY, ID, state);
  }
}
