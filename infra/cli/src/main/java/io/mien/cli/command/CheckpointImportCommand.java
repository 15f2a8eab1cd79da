package io.mien.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.client.MienClient;
import io.mien.cli.client.MultipartForm;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.CheckpointLimits;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.result.CheckpointImported;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.task.ImportedNetwork;
import io.mien.contracts.task.InputPixels;
import io.mien.contracts.terms.UsageTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mien checkpoint import FILE}: weights of another program become a checkpoint. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Make a checkpoint of weights that another program wrote.")
final class CheckpointImportCommand implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "FILE", description = "file of torch.save, or safetensors")
  private Path file;

  @Option(
      names = "--kind",
      required = true,
      description = "generator (StarGAN's) or classifier (a ResNet in torchvision's layout)")
  private ImportedNetwork kind;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "[GROUP:]NAMES",
      description =
          "names separated by commas, in the order of the network's training; the public StarGAN"
              + " takes expressions in alphabetical order. Of attributes as"
              + " attributes:Black_Hair,Male,Young, of poses as pose:straight,half-left; given again"
              + " for a generator of several groups, in their order (the public StarGAN's:"
              + " attributes, then expressions)")
  private List<String> labels;

  @Option(names = "--size", description = "side of the network's images in pixels")
  private @Nullable Integer size;

  @Option(
      names = "--margin",
      description = "share of the face box added on each side of a crop, as in its training")
  private @Nullable Double margin;

  @Option(
      names = "--align-eyes",
      arity = "1",
      description = "true when crops were turned until the eyes were level, else false")
  private @Nullable Boolean alignEyes;

  @Option(
      names = "--dataset",
      description =
          "ingested dataset that tells size, margin and alignment where they are not given")
  private @Nullable String dataset;

  @Option(
      names = "--part",
      description = "path of the network in a file with several; without it they are listed")
  private @Nullable String part;

  @Option(
      names = "--pixels",
      description =
          "scale on which a classifier sees images: symmetric (-1 to 1, the default) or imagenet"
              + " (torchvision's weights)")
  private @Nullable InputPixels pixels;

  @Mixin private TermsOptions terms;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    MienClient client = server.client();
    System.err.printf("Sending %s (%.1f MB)%n", file, Files.size(file) / 1e6);
    RunView run = client.upload("/v1/checkpoints", form(client), RunView.class);
    new OneStepRun(client, "Import " + file).await(run.runId(), CheckpointImported.class);
    CheckpointView made =
        client
            .get(
                "/v1/checkpoints?runId=" + run.runId(),
                new TypeReference<Page<CheckpointView>>() {})
            .items()
            .get(0);
    server.print(made, () -> show(made));
    return 0;
  }

  private void check() throws IOException {
    if (dataset == null && (size == null || margin == null || alignEyes == null)) {
      throw new IllegalArgumentException(
          "The file does not say how photos are prepared for its network: give --size, --margin and"
              + " --align-eyes, or --dataset to do as with one that was ingested.");
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidInput(
          "checkpoint-missing",
          "Read the weights in "
              + file.toAbsolutePath()
              + ": there is no such file. Check the path.");
    }
    if (Files.size(file) > CheckpointLimits.MOST_BYTES) {
      throw new InvalidInput(
          "checkpoint-too-large",
          "Send the weights in %s: the file has %,d bytes, the server takes %,d. Save the network's state_dict alone."
              .formatted(file.toAbsolutePath(), Files.size(file), CheckpointLimits.MOST_BYTES));
    }
  }

  private MultipartForm form(MienClient client) throws IOException {
    String datasetId = dataset == null ? null : new DatasetLookup(client).find(dataset).toString();
    MultipartForm form = new MultipartForm().field("kind", kind.wireName());
    labels.forEach(group -> form.field("labels", group));
    form.optional("imageSize", size)
        .optional("margin", margin)
        .optional("alignEyes", alignEyes)
        .optional("dataset", datasetId)
        .optional("part", part)
        .optional("pixels", pixels == null ? null : pixels.wireName());
    UsageTerms stated = terms.terms();
    if (stated != null) {
      form.optional("licence", stated.licence())
          .field("commercialUse", stated.commercialUse().wireName())
          .field("minors", stated.minors().wireName())
          .optional("consent", stated.consent());
    }
    return form.file("file", file);
  }

  private static void show(CheckpointView made) {
    System.out.printf(
        "Checkpoint %s: %s of %d pixels, labels %s%n",
        made.checkpointId(),
        made.summary().network(),
        made.summary().imageSize(),
        known(made.summary()));
    if (made.summary().network().equals("stargan")) {
      boolean turnedOver = made.summary().groups().stream().anyMatch(group -> !group.exclusive());
      System.out.println(
          "Next: mien synth PHOTO --checkpoint "
              + made.checkpointId()
              + (turnedOver ? " --group attributes --holds WHAT_THE_PHOTO_SHOWS" : ""));
    }
  }

  private static String known(CheckpointSummary summary) {
    return summary.groups().size() < 2
        ? String.join(", ", summary.labels())
        : summary.groups().stream()
            .map(group -> group.group() + " " + String.join(", ", group.names()))
            .collect(Collectors.joining("; "));
  }
}
