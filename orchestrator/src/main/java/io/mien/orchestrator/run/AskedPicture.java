package io.mien.orchestrator.run;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the images of a photo are wanted.
 *
 * @param face which of several
 */
public record AskedPicture(FaceChoice face, ImageOutput output, ImageForm form) {

  /** The only face as crops of the checkpoint's size. */
  public static final AskedPicture PLAIN =
      new AskedPicture(FaceChoice.SINGLE, ImageOutput.CROP, ImageForm.PLAIN);

  /** One photo has one crop. */
  private static final List<FaceChoice> FACES =
      Stream.of(FaceChoice.values()).filter(choice -> choice != FaceChoice.ALL).toList();

  /** What a request says; null where it says nothing. */
  public record Form(
      @Nullable String output,
      @Nullable String format,
      @Nullable String face,
      @Nullable String size,
      @Nullable String intensity) {

    /** Nothing said. */
    public static final Form EMPTY = new Form(null, null, null, null, null);
  }

  /**
   * Reads what was asked.
   *
   * @throws InvalidInput {@code unknown-output}, {@code unknown-format}, {@code unknown-face},
   *     {@code bad-size} or {@code bad-intensity}
   */
  public static AskedPicture of(Form asked) {
    ImageOutput output =
        choice("output", asked.output(), List.of(ImageOutput.values()), ImageOutput::wireName)
            .orElse(PLAIN.output());
    ImageFormat format =
        choice("format", asked.format(), List.of(ImageFormat.values()), ImageFormat::wireName)
            .orElse(PLAIN.form().format());
    FaceChoice face =
        choice("face", asked.face(), FACES, FaceChoice::wireName).orElse(PLAIN.face());
    Integer size = size(asked.size());
    Double intensity = intensity(asked.intensity());
    if (size != null && output == ImageOutput.PASTED) {
      throw new InvalidInput(
          "bad-size",
          "A pasted photo keeps its own size: leave 'size' out, or ask for output=crop.");
    }
    return new AskedPicture(face, output, new ImageForm(size, format, intensity));
  }

  /** Empty where nothing is said. */
  private static <T> Optional<T> choice(
      String name, @Nullable String given, List<T> known, Function<T, String> word) {
    return said(given)
        .map(
            asked ->
                known.stream()
                    .filter(each -> word.apply(each).equals(asked))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new InvalidInput(
                                "unknown-" + name,
                                "There is no %s '%s'; choose from %s."
                                    .formatted(
                                        name,
                                        asked,
                                        known.stream()
                                            .map(word)
                                            .collect(Collectors.joining(", "))))));
  }

  private static @Nullable Integer size(@Nullable String given) {
    Optional<String> said = said(given);
    if (said.isEmpty()) {
      return null;
    }
    try {
      return new ImageForm(Integer.valueOf(said.get()), null, null).size();
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "bad-size",
          "The size is '%s'; give pixels, %d to %d."
              .formatted(given, ImageForm.SMALLEST, ImageForm.LARGEST),
          e);
    }
  }

  private static @Nullable Double intensity(@Nullable String given) {
    Optional<String> said = said(given);
    if (said.isEmpty()) {
      return null;
    }
    try {
      return new ImageForm(null, null, Double.valueOf(said.get())).share();
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "bad-intensity",
          "The intensity is '%s'; give a number above 0, at most 1.".formatted(given),
          e);
    }
  }

  /** Browsers send what was not filled in as blanks. */
  private static Optional<String> said(@Nullable String given) {
    return Optional.ofNullable(given).map(String::strip).filter(word -> !word.isEmpty());
  }
}
