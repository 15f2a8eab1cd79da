package io.mien.orchestrator.rest;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.Minors;
import io.mien.contracts.terms.UsageTerms;
import io.mien.orchestrator.checkpoint.ForeignCheckpoint;
import io.mien.orchestrator.checkpoint.ForeignLabels;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/checkpoints}: a file of weights and what it does not say of itself.
 *
 * @param file of torch.save, or safetensors
 * @param kind {@code generator} or {@code classifier}
 * @param labels names separated by commas, in the order of the network's training; of attributes or
 *     poses behind {@code attributes:} or {@code pose:}. Given again for each group of a generator
 *     that knows several, in the order of its inputs
 * @param imageSize side of the network's square images in pixels
 * @param margin share of the face box added on each side of a crop, 0 to 1
 * @param alignEyes {@code true} when roll is removed from crops, else {@code false}
 * @param dataset id of an ingested dataset that tells the three before, where they are absent
 * @param part path of the network in the file; absent when the file holds one that fits
 * @param licence of the weights
 * @param pixels {@code imagenet} for a classifier with torchvision's input scale; {@code
 *     symmetric}, from -1 to 1, when absent
 * @param commercialUse {@code allowed}, {@code forbidden} or {@code unknown}
 * @param minors {@code none}, {@code present} or {@code unknown}: whether the training data shows
 *     them
 * @param consent where the consent of the people in the training data is on file
 */
public record CheckpointForm(
    @RestForm("file") @Nullable FileUpload file,
    @RestForm("kind") @Nullable String kind,
    @RestForm("labels") @Nullable List<String> labels,
    @RestForm("imageSize") @Nullable String imageSize,
    @RestForm("margin") @Nullable String margin,
    @RestForm("alignEyes") @Nullable String alignEyes,
    @RestForm("dataset") @Nullable String dataset,
    @RestForm("part") @Nullable String part,
    @RestForm("licence") @Nullable String licence,
    @RestForm("pixels") @Nullable String pixels,
    @RestForm("commercialUse") @Nullable String commercialUse,
    @RestForm("minors") @Nullable String minors,
    @RestForm("consent") @Nullable String consent) {

  /** The one that finds faces; another one is told by a dataset. */
  private static final String DETECTOR = "cascade-v1";

  private static final int LONGEST_TEXT = 200;

  /** The file, of an acceptable size. */
  FileUpload requiredFile() {
    FileUpload present = Fields.required(file, "file");
    ForeignCheckpoint.checkBytes(present.size());
    return present;
  }

  /**
   * What is said of the file.
   *
   * @param like recipe of the dataset that the form names
   * @throws InvalidInput {@code field-missing}, {@code bad-field}, {@code bad-labels} or {@code
   *     unknown-network}
   */
  ForeignCheckpoint described(Optional<CropRecipe> like) {
    return new ForeignCheckpoint(
        fileName(),
        ForeignCheckpoint.network(Fields.required(kind, "kind").strip()),
        ForeignLabels.of(requiredLabels()),
        recipe(like),
        text("part", part).orElse(null),
        terms(),
        text("pixels", pixels).map(ForeignCheckpoint::pixels).orElse(null));
  }

  private List<String> requiredLabels() {
    List<String> said =
        labels == null ? List.of() : labels.stream().filter(text -> !text.isBlank()).toList();
    Fields.required(said.isEmpty() ? null : said, "labels");
    return said;
  }

  private UsageTerms terms() {
    return UsageTerms.stated(
        text("licence", licence).orElse(null),
        choice("commercialUse", commercialUse, CommercialUse.values(), CommercialUse::wireName),
        choice("minors", minors, Minors.values(), Minors::wireName),
        text("consent", consent).orElse(null));
  }

  private static <T> @Nullable T choice(
      String name, @Nullable String value, T[] choices, Function<T, String> word) {
    return text(name, value)
        .map(
            given ->
                Arrays.stream(choices)
                    .filter(each -> word.apply(each).equals(given))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new InvalidInput(
                                "bad-field",
                                "The field '%s' is '%s'; choose one of %s."
                                    .formatted(
                                        name, given, Arrays.stream(choices).map(word).toList()))))
        .orElse(null);
  }

  private CropRecipe recipe(Optional<CropRecipe> like) {
    int size = field("imageSize", imageSize, Integer::valueOf, like.map(CropRecipe::size));
    double wide = field("margin", margin, Double::valueOf, like.map(CropRecipe::margin));
    boolean aligned =
        field("alignEyes", alignEyes, CheckpointForm::bool, like.map(CropRecipe::alignEyes));
    try {
      return new CropRecipe(like.map(CropRecipe::detector).orElse(DETECTOR), size, wide, aligned)
          .in(like.flatMap(recipe -> Optional.ofNullable(recipe.colour())).orElse(null));
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("bad-field", String.valueOf(e.getMessage()), e);
    }
  }

  private static <T> T field(
      String name, @Nullable String value, Function<String, T> parse, Optional<T> otherwise) {
    Optional<String> given = text(name, value);
    if (given.isEmpty()) {
      return otherwise.orElseThrow(
          () ->
              new InvalidInput(
                  "field-missing",
                  "The request lacks the field '%s', and the file does not say it; add it, or name a 'dataset' whose photos are prepared in the same way."
                      .formatted(name)));
    }
    try {
      return parse.apply(given.get());
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "bad-field", "The field '%s' is '%s': not understood.".formatted(name, given.get()), e);
    }
  }

  private static boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** Empty when absent or blank, as browsers send what was not filled in. */
  private static Optional<String> text(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    if (value.length() > LONGEST_TEXT) {
      throw new InvalidInput(
          "bad-field",
          "The field '%s' has %d characters; send at most %d."
              .formatted(name, value.length(), LONGEST_TEXT));
    }
    return Optional.of(value.strip());
  }

  private String fileName() {
    String name = file == null ? "" : String.valueOf(file.fileName());
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String printable = last.replaceAll("\\p{Cntrl}", "_").strip();
    String shown = printable.substring(0, Math.min(printable.length(), LONGEST_TEXT));
    return shown.isEmpty() ? "a file" : shown;
  }
}
