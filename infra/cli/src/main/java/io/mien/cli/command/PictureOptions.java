package io.mien.cli.command;

import io.mien.cli.client.MultipartForm;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageFormat;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the images of a photo are wanted; the server says what it knows of each. */
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
          "which of several: prominent, largest, central; single refuses a photo of several")
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

  /** Whether something is asked for that only one photo gets. */
  boolean isOfOnePhoto() {
    return output != null;
  }

  /**
   * Null for the usual one.
   *
   * @throws IllegalArgumentException for what there is not
   */
  @Nullable ImageForm form() {
    ImageForm form = new ImageForm(size, known(format), intensity);
    return form.equals(ImageForm.PLAIN) ? null : form;
  }

  private static @Nullable ImageFormat known(@Nullable String word) {
    return word == null
        ? null
        : Arrays.stream(ImageFormat.values())
            .filter(format -> format.wireName().equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no format '" + word + "'; choose png, jpeg or webp."));
  }

  void addTo(MultipartForm form) {
    form.optional("output", output)
        .optional("format", format)
        .optional("face", face)
        .optional("size", size)
        .optional("intensity", intensity);
  }
}
