package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.Mien;
import io.mien.cli.client.MienClient;
import io.mien.cli.terminal.Table;
import io.mien.contracts.RunState;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.ErasureRequest;
import io.mien.contracts.rest.ErasureView;
import io.mien.contracts.rest.RunView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien dataset erase DATASET SUBJECT}: takes a person out, and keeps them out. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Take a person out of a dataset: deletes every crop of theirs in every version, keeps them out of"
          + " later ones, and names the checkpoints that were trained on them.",
      "The pictures in the dataset's source stay; delete them yourself."
    })
final class DatasetEraseCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "DATASET", description = "name or id")
  private String dataset;

  @Parameters(
      paramLabel = "SUBJECT",
      description = "the person, as manifest.jsonl of the dataset names them")
  private String subject;

  @Option(
      names = "--yes",
      description = "without this, nothing is done: deleted crops do not come back")
  private boolean yes;

  @Override
  public Integer call() throws InterruptedException {
    if (!yes) {
      throw new InvalidInput(
          "not-confirmed",
          "Erase '%s' from %s: this deletes crops for good. Say --yes."
              .formatted(subject, dataset));
    }
    MienClient client = server.client();
    DatasetId id = new DatasetLookup(client).find(dataset);
    String erasures = "/v1/datasets/" + id + "/erasures";
    RunView run = client.post(erasures, new ErasureRequest(subject), RunView.class);
    RunView ended = new RunWatch(client).follow(run.runId());
    if (ended.state() != RunState.SUCCEEDED) {
      return Mien.FAILED;
    }
    ErasureView done =
        client.get(erasures, new TypeReference<List<ErasureView>>() {}).stream()
            .filter(each -> each.subject().equals(subject))
            .findFirst()
            .orElseThrow();
    server.print(done, () -> show(done));
    return 0;
  }

  private static void show(ErasureView done) {
    System.out.printf("'%s' is erased: %d crops.%n", done.subject(), done.crops());
    if (done.checkpoints().isEmpty()) {
      System.out.println("No checkpoint was trained on versions with them.");
      return;
    }
    System.out.println("Trained on versions with them; retire these, or train again:");
    Table table = new Table("CHECKPOINT", "NETWORK", "ALIASES", "CREATED");
    for (CheckpointView each : done.checkpoints()) {
      table.row(
          each.checkpointId(),
          each.summary().network(),
          String.join(", ", each.aliases()),
          each.createdAt());
    }
    table.print(System.out);
  }
}
