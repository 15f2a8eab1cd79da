package io.mien.ingest.layout;

import io.mien.contracts.failure.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The layout to read a folder with.
 *
 * @param reason why this one, for a person
 */
public record LayoutChoice(DatasetLayout layout, String reason) {

  private static final String AUTO = "auto";
  private static final List<DatasetLayout> LAYOUTS =
      List.of(new CsvLegendLayout(), new ImageFolderLayout());

  /**
   * @param requested name of a layout, or {@code auto}
   * @throws InvalidInput {@code layout-unknown} or {@code layout-not-recognised}
   */
  public static LayoutChoice of(String requested, DatasetFolder folder) {
    return requested.equals(AUTO) ? recognised(folder) : named(requested);
  }

  private static LayoutChoice recognised(DatasetFolder folder) {
    for (DatasetLayout layout : LAYOUTS) {
      Optional<String> reason = layout.recognise(folder);
      if (reason.isPresent()) {
        return new LayoutChoice(layout, reason.get());
      }
    }
    throw new InvalidInput(
        "layout-not-recognised",
        "Cannot tell the layout of %s (%d files): there is neither a legend.csv with the columns image and emotion nor a folder named after an expression."
            .formatted(folder.root(), folder.files().size()));
  }

  private static LayoutChoice named(String requested) {
    return LAYOUTS.stream()
        .filter(layout -> layout.name().equals(requested))
        .findFirst()
        .map(layout -> new LayoutChoice(layout, "it was asked for"))
        .orElseThrow(
            () ->
                new InvalidInput(
                    "layout-unknown",
                    "There is no dataset layout '%s'; choose auto, %s."
                        .formatted(
                            requested,
                            LAYOUTS.stream()
                                .map(DatasetLayout::name)
                                .collect(Collectors.joining(" or ")))));
  }
}
