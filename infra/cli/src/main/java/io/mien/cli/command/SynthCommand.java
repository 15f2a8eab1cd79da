package io.mien.cli.command;

import io.mien.cli.Mien;
import io.mien.cli.client.MienClient;
import io.mien.cli.client.MultipartForm;
import io.mien.cli.terminal.QualityText;
import io.mien.contracts.RunState;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.ExpressionSetView;
import io.mien.contracts.rest.PhotoLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code mien synth PHOTO}: one photo in, its expression set out; of many photos see {@link
 * BulkSynthesis}.
 */
@Command(
    name = "synth",
    mixinStandardHelpOptions = true,
    description = "Generate the expression set of a photo, or of each of many.",
    subcommands = {
      SynthResumeCommand.class,
      SynthListCommand.class,
      SynthShowCommand.class,
      SynthItemCommand.class,
      SynthCancelCommand.class
    })
public final class SynthCommand implements Callable<Integer> {

  private static final Duration WAIT = Duration.ofSeconds(30);

  @Mixin private ServerOptions server;

  @Parameters(
      paramLabel = "PHOTO",
      index = "0",
      arity = "0..1",
      description =
          "JPEG, PNG or WebP with a face; or many: a folder, .zip, .tar or .tar.gz,"
              + " s3://bucket/prefix/, or JSON lines (items.jsonl)")
  private Path photo;

  @Option(
      names = "--expressions",
      defaultValue = "all",
      description =
          "labels of the checkpoint, comma-separated, or 'all' of a group (default:"
              + " ${DEFAULT-VALUE})")
  private String expressions;

  @Option(
      names = "--group",
      description =
          "expression, pose or attributes; by default the group that knows the first label")
  private @Nullable String group;

  @Option(
      names = "--holds",
      description = "attributes that the photo shows already, comma-separated")
  private @Nullable String holds;

  @Option(
      names = "--checkpoint",
      defaultValue = "champion",
      description = "checkpoint id or alias (default: ${DEFAULT-VALUE})")
  private String checkpoint;

  @Mixin private PictureOptions picture;

  @Mixin private QualityOptions quality;

  @Option(
      names = "--out",
      defaultValue = ".",
      description = "folder for the images (default: here; of many photos NAME-synthesis)")
  private Path out;

  @Mixin private BulkOptions bulk;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (bulk.isMeant()) {
      return new BulkSynthesis(server, bulk)
          .run(
              new BulkOptions.Asked(
                  expressions,
                  group,
                  holds,
                  checkpoint,
                  picture.face(),
                  picture.ofMany(),
                  quality.asked()));
    }
    if (!Files.isRegularFile(photo)) {
      throw new InvalidInput(
          "photo-missing",
          "Read the photo " + photo.toAbsolutePath() + ": there is no such file. Check the path.");
    }
    if (Files.size(photo) > PhotoLimits.MOST_BYTES) {
      throw new InvalidInput(
          "photo-too-large",
          "Send the photo %s: it has %,d bytes, the server takes %,d. Make it smaller."
              .formatted(photo.toAbsolutePath(), Files.size(photo), PhotoLimits.MOST_BYTES));
    }
    MienClient client = server.client();
    MultipartForm form =
        new MultipartForm()
            .file("photo", photo)
            .field("expressions", expressions)
            .field("checkpoint", checkpoint)
            .optional("group", group)
            .optional("holds", holds);
    picture.addTo(form);
    quality.addTo(form);
    ExpressionSetView set =
        finished(client, client.postForm("/v1/expressions", form, WAIT, ExpressionSetView.class));
    if (set.state() != RunState.SUCCEEDED) {
      String why =
          set.error() == null
              ? "the run is " + set.state()
              : set.error().message() + " [" + set.error().code() + "]";
      throw new InvalidInput("synthesis-failed", "Synthesise expressions of " + photo + ": " + why);
    }
    save(client, set);
    server.print(set, () -> report(set));
    return set.images().isEmpty() || !set.rejected().isEmpty() ? Mien.FAILED : 0;
  }

  private void report(ExpressionSetView set) {
    System.out.println(set.images().size() + " images are in " + out.toAbsolutePath());
    for (ExpressionSetView.Image image : set.images()) {
      if (image.quality() != null) {
        System.out.println(image.expression() + ": " + QualityText.of(image.quality()));
      }
    }
    set.rejected().forEach(image -> System.out.println(QualityText.of(image)));
  }

  private static ExpressionSetView finished(MienClient client, ExpressionSetView first)
      throws InterruptedException {
    if (first.state().isTerminal()) {
      return first;
    }
    new RunWatch(client).follow(first.runId());
    return client.get("/v1/expressions/" + first.runId(), ExpressionSetView.class);
  }

  private void save(MienClient client, ExpressionSetView set) throws IOException {
    Files.createDirectories(out);
    for (ExpressionSetView.Image image : set.images()) {
      Download.save(
          client,
          image.url(),
          out.resolve(stem() + "-" + image.expression() + "." + image.ending()));
    }
    if (set.contactSheetUrl() != null) {
      Download.save(client, set.contactSheetUrl(), out.resolve(stem() + "-sheet.png"));
    }
  }

  private String stem() {
    return String.valueOf(photo.getFileName()).replaceFirst("\\.[^.]*$", "");
  }
}
