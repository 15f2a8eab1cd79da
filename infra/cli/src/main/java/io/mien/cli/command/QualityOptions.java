package io.mien.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.cli.client.ClientJson;
import io.mien.cli.client.MultipartForm;
import io.mien.contracts.rest.QualityRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What images are measured by and must reach; the server judges it. */
final class QualityOptions {

  @Option(
      names = "--measure",
      description = "measure the images, by the classifier that evaluated the checkpoint")
  private boolean measured;

  @Option(
      names = "--classifier",
      paramLabel = "CHECKPOINT",
      description = "measure the images by this classifier")
  private @Nullable String classifier;

  @Option(
      names = "--embedder",
      paramLabel = "CHECKPOINT",
      description = "measure identity by this classifier of people")
  private @Nullable String embedder;

  @Option(
      names = "--min-target",
      paramLabel = "P",
      description = "least probability of the wanted label, above 0 to 1; others are rejected")
  private @Nullable Double target;

  @Option(
      names = "--min-identity",
      paramLabel = "R",
      description = "least likeness to the photo, above -1 to 1; others are rejected")
  private @Nullable Double identity;

  @Option(
      names = "--retry",
      paramLabel = "HOW",
      converter = HowConverter.class,
      description =
          "generate what is rejected once more: intensity=0.8, checkpoint=ID, or both separated by"
              + " a comma; may be said several times")
  private List<QualityRequest.Option> retries = new ArrayList<>();

  /** Null when nothing of it was said. */
  @Nullable QualityRequest asked() {
    boolean said =
        measured
            || !retries.isEmpty()
            || Stream.of(classifier, embedder, target, identity).anyMatch(Objects::nonNull);
    return said ? new QualityRequest(classifier, embedder, target, identity, retries) : null;
  }

  void addTo(MultipartForm form) {
    QualityRequest asked = asked();
    form.optional("quality", asked == null ? null : ClientJson.MAPPER.<JsonNode>valueToTree(asked));
  }

  /** Reads {@code name=value} pairs separated by commas. */
  static final class HowConverter implements ITypeConverter<QualityRequest.Option> {

    @Override
    public QualityRequest.Option convert(String text) {
      String checkpoint = null;
      Double intensity = null;
      for (String pair : text.split(",", -1)) {
        String[] parts = pair.split("=", 2);
        if (parts.length == 2 && parts[0].strip().equals("checkpoint")) {
          checkpoint = parts[1].strip();
        } else if (parts.length == 2 && parts[0].strip().equals("intensity")) {
          intensity = number(parts[1]);
        } else {
          throw new TypeConversionException(
              "'%s' is neither checkpoint=ID nor intensity=NUMBER.".formatted(pair));
        }
      }
      return new QualityRequest.Option(checkpoint, intensity);
    }

    private static Double number(String text) {
      try {
        return Double.valueOf(text.strip());
      } catch (NumberFormatException e) {
        throw new TypeConversionException("The intensity '%s' is no number.".formatted(text));
      }
    }
  }
}
