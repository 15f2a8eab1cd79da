package io.mien.cli.command;

import io.mien.contracts.id.WebhookId;
import io.mien.contracts.rest.WebhookView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What changes an endpoint: each posts one word and shows what the endpoint is now. */
final class WebhookSwitchCommand {

  private WebhookSwitchCommand() {}

  private static void change(ServerOptions server, WebhookId webhook, String how) {
    WebhookView view =
        server.client().post(WebhookCommand.path(webhook) + "/" + how, WebhookView.class);
    server.print(view, () -> WebhookCommand.show(view));
  }

  /** {@code mien webhook enable WEBHOOK}. */
  @Command(
      name = "enable",
      mixinStandardHelpOptions = true,
      description = "Let an endpoint get events again; one that fails is tried at once.")
  static final class Enable implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "WEBHOOK")
    private WebhookId webhook;

    @Override
    public void run() {
      change(server, webhook, "enable");
    }
  }

  /** {@code mien webhook disable WEBHOOK}. */
  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Let an endpoint get no events.")
  static final class Disable implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "WEBHOOK")
    private WebhookId webhook;

    @Override
    public void run() {
      change(server, webhook, "disable");
    }
  }

  /** {@code mien webhook rotate WEBHOOK}. */
  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = "Make a new secret and print it once; the old one signs too for another day.")
  static final class Rotate implements Runnable {

    @Mixin private ServerOptions server;

    @Parameters(paramLabel = "WEBHOOK")
    private WebhookId webhook;

    @Override
    public void run() {
      change(server, webhook, "rotate");
    }
  }
}
