package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.contracts.id.DeliveryId;
import io.mien.contracts.id.WebhookId;
import io.mien.contracts.rest.DeliveryView;
import io.mien.contracts.rest.RedriveView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien webhook redrive WEBHOOK [DELIVERY]}: dead deliveries are tried anew. */
@Command(
    name = "redrive",
    mixinStandardHelpOptions = true,
    description = "Try dead deliveries of an endpoint anew: one, or all.")
final class WebhookRedriveCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(index = "0", paramLabel = "WEBHOOK")
  private WebhookId webhook;

  @Parameters(index = "1", arity = "0..1", paramLabel = "DELIVERY")
  private @Nullable DeliveryId delivery;

  @Override
  public void run() {
    MienClient client = server.client();
    String path = WebhookCommand.path(webhook);
    if (delivery != null) {
      DeliveryView one =
          client.post(path + "/deliveries/" + delivery + "/redrive", DeliveryView.class);
      server.print(one, () -> System.out.println("Delivery " + delivery + " is " + one.state()));
      return;
    }
    RedriveView all = client.post(path + "/redrive", RedriveView.class);
    server.print(all, () -> System.out.println(all.redriven() + " deliveries wait again."));
  }
}
