package io.mien.cli.command;

import io.mien.contracts.rest.QualityRequest;
import io.mien.contracts.rest.SynthesisRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code mien synth} is told beside the labels when it is given more than one photo. */
final class BulkOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** The same argument as the photo, as it was written: a path would lose a slash of an address. */
  @Parameters(index = "0", arity = "0..1", hidden = true)
  private @Nullable String given;

  @Option(
      names = "--source",
      paramLabel = "PATH",
      description =
          "folder, archive or s3://bucket/prefix/ of the photos that JSON lines name; by default"
              + " their own folder")
  private @Nullable String photos;

  @Option(
      names = "--upload",
      negatable = true,
      description =
          "of many photos: send them to the object store; by default when the server is another"
              + " machine")
  private @Nullable Boolean upload;

  @Option(names = "--name", description = "of many photos: name of the synthesis, for people")
  private @Nullable String name;

  @Option(
      names = "--deadline",
      paramLabel = "WHEN",
      converter = Deadline.class,
      description =
          "of many photos: give up what is not done by then, 2026-11-27T08:00:00Z or 2h from now;"
              + " what is done stays")
  private @Nullable Instant deadline;

  @Option(names = "--priority", description = "of many photos: -100 to 99, as of a run")
  private @Nullable Integer priority;

  @Option(
      names = {"--detach", "--no-wait"},
      description = "of many photos: only start; 'mien synth resume' fetches the images")
  private boolean detached;

  /**
   * What holds for every item that says nothing else, as it was typed.
   *
   * @param expressions comma-separated, or {@code all}
   * @param holds comma-separated
   */
  record Asked(
      String expressions,
      @Nullable String group,
      @Nullable String holds,
      String checkpoint,
      @Nullable String face,
      SynthesisRequest.@Nullable Picture picture,
      @Nullable QualityRequest quality) {}

  /**
   * Whether the argument is more than one photo.
   *
   * @throws ParameterException when it is one, and something was asked for that only many can get
   */
  boolean isMeant() {
    boolean meant = BulkInput.isMeant(argument());
    boolean asked =
        detached || Stream.of(photos, upload, name, deadline, priority).anyMatch(Objects::nonNull);
    if (asked && !meant) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is one photo; --source, --upload, --name, --deadline, --priority and --detach are for many."
              .formatted(argument()));
    }
    return meant;
  }

  BulkInput input() throws IOException {
    BulkInput input = BulkInput.of(argument(), photos);
    if (photos != null && input.items() == null) {
      throw new ParameterException(
          spec.commandLine(), "--source goes with JSON lines on this machine.");
    }
    return name == null ? input : new BulkInput(name, input.items(), input.source(), input.file());
  }

  /** The request, but for the items. */
  SynthesisRequest request(BulkInput input, @Nullable URI source, Asked asked) {
    return new SynthesisRequest(
        input.name(),
        source,
        input.file(),
        List.of(),
        asked.checkpoint(),
        asked.expressions().strip().equals("all") ? List.of() : words(asked.expressions()),
        asked.group(),
        words(asked.holds()),
        asked.face() == null ? null : new FaceChoices.ChoiceConverter().convert(asked.face()),
        deadline,
        priority,
        asked.picture(),
        asked.quality());
  }

  /** Whether the photos travel to the server. */
  boolean isSent(URI server) {
    return upload != null ? upload : !ServerMachine.isThis(server);
  }

  boolean isDetached() {
    return detached;
  }

  /** Null when nobody named a folder for the images. */
  @Nullable Path out() {
    return spec.commandLine().getParseResult().matchedOptionValue("--out", (Path) null);
  }

  private String argument() {
    if (given == null) {
      throw new ParameterException(
          spec.commandLine(), "Name a photo, a folder or archive of photos, or JSON lines.");
    }
    return given;
  }

  private static List<String> words(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }
}
