package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.Table;
import io.mien.cli.terminal.TermsLine;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.rest.InspectionRequest;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.result.DatasetInspected;
import io.mien.contracts.task.InspectionDepth;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien dataset inspect}: what an ingest would make of a dataset. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description =
        "Show what an ingest would make of a folder or an archive, or of a dataset that is registered; nothing"
            + " of it is kept.")
final class DatasetInspectCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(
      paramLabel = "PATH|DATASET",
      description =
          "folder, archive or s3://bucket/faces/, as the workers see it; or name or id of a dataset")
  private String what;

  @Mixin private LayoutChoices layout;

  @Option(names = "--preset", description = "whose crops and split are meant (default: standard)")
  private @Nullable String preset;

  @Option(names = "--fast", description = "read labels and headers only, and search no faces")
  private boolean fast;

  @Override
  public Integer call() throws InterruptedException {
    MienClient client = server.client();
    RunView run = client.post("/v1/datasets/inspections", request(client), RunView.class);
    DatasetInspected found =
        new OneStepRun(client, "Inspect " + what).await(run.runId(), DatasetInspected.class);
    server.print(found, () -> show(found, client));
    return 0;
  }

  private InspectionRequest request(MienClient client) {
    InspectionDepth depth = fast ? InspectionDepth.LABELS : InspectionDepth.FACES;
    if (SourceArgument.isPlace(what)) {
      return new InspectionRequest(
          null, SourceArgument.of(what), layout.name(), layout.options(), preset, depth);
    }
    DatasetId id = new DatasetLookup(client).find(what);
    return new InspectionRequest(id, null, null, null, preset, depth);
  }

  private static void show(DatasetInspected found, MienClient client) {
    System.out.printf("Layout %s: %s%n", found.layout(), found.reason());
    System.out.println(TermsLine.of(found.terms()));
    System.out.printf(
        "%,d files: %,d %s of %,d people, rejected: %s%n",
        found.files(),
        found.crops(),
        found.depth() == InspectionDepth.FACES ? "crops" : "pictures that may become crops",
        found.subjects(),
        found.rejections());
    print("CLASS", found.classes());
    print("PART", found.parts());
    if (!found.attributes().isEmpty()) {
      System.out.println("Attributes that can be learned: " + found.attributes());
    }
    if (found.refusal() != null) {
      System.out.printf(
          "An ingest would refuse it: %s [%s]%n",
          found.refusal().message(), found.refusal().code());
    }
    new RejectedFiles(client, found.rejectedFiles()).print(System.out);
  }

  private static void print(String title, Map<?, Integer> counts) {
    if (counts.isEmpty()) {
      return;
    }
    Table table = new Table(title, "CROPS");
    counts.entrySet().stream()
        .sorted((one, other) -> one.getKey().toString().compareTo(other.getKey().toString()))
        .forEach(
            each -> table.row(each.getKey().toString().toLowerCase(Locale.ROOT), each.getValue()));
    table.print(System.out);
  }
}
