package io.mien.cli.command;

import io.mien.cli.client.MultipartForm;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.rest.SynthesisRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How images are wanted; the server says what it knows of each. */
final class PictureOptions {

  @Option(
      names = "--output",
      description = "crop: the face alone; pasted: the whole photo with the face changed")
  private @Nullable String output;

  @Option(names = "--format", description = "png, jpeg or webp")
  private @Nullable String format;

  @Option(
      names = "--face",
      description =
          "which of several: prominent, largest, central; by default single, which refuses a photo of several")
  private @Nullable String face;

  @Option(
      names = "--size",
      description = "side of the crops in pixels, 16 to 2048; by default the checkpoint's")
  private @Nullable Integer size;

  @Option(
      names = "--intensity",
      description = "how far from the photo to the full expression, above 0 to 1")
  private @Nullable Double intensity;

  @Nullable String face() {
    return face;
  }

  /**
   * As a request for many photos says it; null for what is usual.
   *
   * @throws IllegalArgumentException for what there is not
   */
  SynthesisRequest.@Nullable Picture ofMany() {
    if (Stream.of(output, format, size, intensity).allMatch(Objects::isNull)) {
      return null;
    }
    return new SynthesisRequest.Picture(
        known("output", output, ImageOutput.values(), ImageOutput::wireName),
        size,
        known("format", format, ImageFormat.values(), ImageFormat::wireName),
        intensity);
  }

  private static <T> @Nullable T known(
      String option, @Nullable String word, T[] values, Function<T, String> name) {
    return word == null
        ? null
        : Arrays.stream(values)
            .filter(value -> name.apply(value).equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no %s '%s'; choose from %s."
                            .formatted(
                                option,
                                word,
                                Arrays.stream(values)
                                    .map(name)
                                    .collect(Collectors.joining(", ")))));
  }

  void addTo(MultipartForm form) {
    form.optional("output", output)
        .optional("format", format)
        .optional("face", face)
        .optional("size", size)
        .optional("intensity", intensity);
  }
}
