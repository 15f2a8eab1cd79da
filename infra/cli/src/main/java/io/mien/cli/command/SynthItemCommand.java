package io.mien.cli.command;

import io.mien.cli.client.ClientJson;
import io.mien.cli.terminal.QualityText;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.SynthesisItemView;
import io.mien.contracts.synthesis.SynthesisedItem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mien synth item SYNTHESIS CUSTOM_ID}. */
@Command(
    name = "item",
    mixinStandardHelpOptions = true,
    description = "Show what became of one item of a synthesis of many photos.")
final class SynthItemCommand implements Runnable {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "SYNTHESIS", index = "0", description = "its run")
  private RunId run;

  @Parameters(paramLabel = "CUSTOM_ID", index = "1", description = "the item's custom_id")
  private String customId;

  @Override
  public void run() {
    String item = URLEncoder.encode(customId, StandardCharsets.UTF_8).replace("+", "%20");
    SynthesisItemView view =
        server.client().get("/v1/syntheses/" + run + "/items/" + item, SynthesisItemView.class);
    server.print(view, () -> show(view));
  }

  private static void show(SynthesisItemView view) {
    System.out.println(view.customId() + "  " + view.state() + "  line " + view.line());
    if (view.taskId() != null) {
      System.out.printf(
          "Part %d, attempt %d of task %s%n", view.part(), view.attempt(), view.taskId());
    }
    if (view.error() != null) {
      System.out.println(view.error().message() + " [" + view.error().code() + "]");
    }
    if (view.result() != null) {
      show(ClientJson.MAPPER.convertValue(view.result(), SynthesisedItem.class));
    }
  }

  private static void show(SynthesisedItem done) {
    System.out.println(
        "Images: "
            + done.images().stream()
                .map(SynthesisedItem.Image::expression)
                .collect(Collectors.joining(", ")));
    done.rejected().forEach(image -> System.out.println(QualityText.of(image)));
  }
}
