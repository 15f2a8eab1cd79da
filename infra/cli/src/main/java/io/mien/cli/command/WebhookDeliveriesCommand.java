package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.Table;
import io.mien.contracts.id.DeliveryId;
import io.mien.contracts.id.WebhookId;
import io.mien.contracts.rest.DeliveryView;
import io.mien.contracts.rest.Page;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien webhook deliveries WEBHOOK [DELIVERY]}: what was posted, and what was answered. */
@Command(
    name = "deliveries",
    mixinStandardHelpOptions = true,
    description = "List the newest deliveries of an endpoint, or show one with what is sent.")
final class WebhookDeliveriesCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(index = "0", paramLabel = "WEBHOOK")
  private WebhookId webhook;

  @Parameters(index = "1", arity = "0..1", paramLabel = "DELIVERY")
  private @Nullable DeliveryId delivery;

  @Option(names = "--state", description = "only these: ${COMPLETION-CANDIDATES}")
  private DeliveryView.@Nullable State state;

  @Option(names = "--limit", defaultValue = "50", description = "at most, 1 to 200 (default: 50)")
  private int limit;

  @Override
  public void run() {
    MienClient client = server.client();
    String path = WebhookCommand.path(webhook) + "/deliveries";
    if (delivery != null) {
      DeliveryView one = client.get(path + "/" + delivery, DeliveryView.class);
      server.print(one, () -> show(one));
      return;
    }
    String which = state == null ? "" : "&state=" + state;
    Page<DeliveryView> page =
        client.get(path + "?limit=" + limit + which, new TypeReference<Page<DeliveryView>>() {});
    server.print(page, () -> list(page));
  }

  private static void list(Page<DeliveryView> page) {
    Table table = new Table("ID", "TYPE", "STATE", "ATTEMPTS", "CREATED", "LAST ANSWER");
    page.items()
        .forEach(
            each ->
                table.row(
                    each.deliveryId(),
                    each.type(),
                    each.state(),
                    each.attempts(),
                    each.createdAt(),
                    lastAnswer(each)));
    table.print(System.out);
  }

  private static void show(DeliveryView view) {
    System.out.println(view.deliveryId() + "  " + view.type() + "  " + view.state());
    System.out.println("attempts     " + view.attempts());
    if (view.nextAttemptAt() != null) {
      System.out.println("next         " + view.nextAttemptAt());
    }
    System.out.println("last answer  " + lastAnswer(view));
    System.out.println(view.body());
  }

  private static String lastAnswer(DeliveryView view) {
    DeliveryView.LastAttempt last = view.lastAttempt();
    if (last == null) {
      return "–";
    }
    return last.status() == null ? last.detail() : last.status() + " " + last.detail();
  }
}
