package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.Table;
import io.mien.contracts.id.WebhookId;
import io.mien.contracts.rest.DeliveryView;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.WebhookRequest;
import io.mien.contracts.rest.WebhookView;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien webhook}: endpoints of other programs that events are posted to. */
@Command(
    name = "webhook",
    mixinStandardHelpOptions = true,
    description = "Post events to other programs; see what became of them.",
    subcommands = {
      WebhookCommand.Add.class,
      WebhookCommand.ListAll.class,
      WebhookCommand.Show.class,
      WebhookCommand.Remove.class,
      WebhookCommand.Test.class,
      WebhookSwitchCommand.Enable.class,
      WebhookSwitchCommand.Disable.class,
      WebhookSwitchCommand.Rotate.class,
      WebhookDeliveriesCommand.class,
      WebhookRedriveCommand.class
    })
public final class WebhookCommand {

  static String path(WebhookId webhook) {
    return "/v1/webhooks/" + webhook;
  }

  /** With its secret, where the answer has it. */
  static void show(WebhookView view) {
    System.out.println(view.webhookId() + "  " + view.url() + "  " + state(view));
    System.out.println("gets     " + String.join(", ", view.types()));
    if (view.description() != null) {
      System.out.println("for      " + view.description());
    }
    System.out.println(
        "waiting  %d, dead %d".formatted(view.backlog().waiting(), view.backlog().dead()));
    if (view.oldSecretUntil() != null) {
      System.out.println("secret   the old one signs too until " + view.oldSecretUntil());
    }
    if (view.secret() != null) {
      System.out.println("secret   " + view.secret() + "  (keep it: it is not shown again)");
    }
  }

  private static String state(WebhookView view) {
    return view.health().nextProbeAt() == null
        ? view.state().name()
        : "FAILING (%d in a row; tried again at %s)"
            .formatted(view.health().failures(), view.health().nextProbeAt());
  }

  /** {@code mien webhook add URL}. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Register an endpoint; prints the secret that signs what it gets, once.")
  static final class Add implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "URL", description = "where events are posted to, https")
    private URI url;

    @Option(
        names = "--type",
        paramLabel = "TYPE",
        split = ",",
        description =
            "type of event, such as run.succeeded, or how types begin, such as 'run.'; may be given"
                + " again (default: how runs end, and dead tasks)")
    private @Nullable List<String> types;

    @Option(names = "--description", description = "for people")
    private @Nullable String description;

    @Override
    public void run() {
      WebhookView made =
          server
              .client()
              .post("/v1/webhooks", new WebhookRequest(url, types, description), WebhookView.class);
      server.print(made, () -> show(made));
    }
  }

  /** {@code mien webhook list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the endpoints, newest first.")
  static final class ListAll implements Runnable {

    @Mixin private ServerOptions server;

    @Override
    public void run() {
      Page<WebhookView> page =
          new Page<>(
              server.client().all("/v1/webhooks", new TypeReference<Page<WebhookView>>() {}), null);
      server.print(
          page,
          () -> {
            Table table = new Table("ID", "URL", "STATE", "WAITING", "DEAD", "TYPES");
            page.items()
                .forEach(
                    each ->
                        table.row(
                            each.webhookId(),
                            each.url(),
                            state(each),
                            each.backlog().waiting(),
                            each.backlog().dead(),
                            String.join(",", each.types())));
            table.print(System.out);
          });
    }
  }

  /** {@code mien webhook show WEBHOOK}. */
  @Command(name = "show", mixinStandardHelpOptions = true, description = "Show an endpoint.")
  static final class Show implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "WEBHOOK")
    private WebhookId webhook;

    @Override
    public void run() {
      WebhookView view = server.client().get(path(webhook), WebhookView.class);
      server.print(view, () -> show(view));
    }
  }

  /** {@code mien webhook remove WEBHOOK}. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Remove an endpoint and all its deliveries.")
  static final class Remove implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "WEBHOOK")
    private WebhookId webhook;

    @Override
    public void run() {
      MienClient client = server.client();
      client.delete(path(webhook));
      System.out.println("Webhook " + webhook + " is removed.");
    }
  }

  /** {@code mien webhook test WEBHOOK}. */
  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Send a webhook.test to an endpoint.")
  static final class Test implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "WEBHOOK")
    private WebhookId webhook;

    @Override
    public void run() {
      DeliveryView sent = server.client().post(path(webhook) + "/test", DeliveryView.class);
      server.print(
          sent,
          () ->
              System.out.println(
                  "Test %s is on its way; mien webhook deliveries %s %s"
                      .formatted(sent.deliveryId(), webhook, sent.deliveryId())));
    }
  }
}
