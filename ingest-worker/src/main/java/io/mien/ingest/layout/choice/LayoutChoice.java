package io.mien.ingest.layout.choice;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.folder.CkPlus48Layout;
import io.mien.ingest.layout.folder.ImageFolderLayout;
import io.mien.ingest.layout.name.JaffeLayout;
import io.mien.ingest.layout.name.KdefLayout;
import io.mien.ingest.layout.name.RafdLayout;
import io.mien.ingest.layout.sequence.CkPlusLayout;
import io.mien.ingest.layout.sequence.MugLayout;
import io.mien.ingest.layout.table.AffectNetLayout;
import io.mien.ingest.layout.table.CelebaLayout;
import io.mien.ingest.layout.table.CsvLegendLayout;
import io.mien.ingest.layout.table.Fer2013Layout;
import io.mien.ingest.layout.table.HuggingFaceLayout;
import io.mien.ingest.layout.table.RafDbLayout;
import java.util.List;
import java.util.Optional;

/**
 * The layout to read a folder with.
 *
 * @param reason why this one, for a person
 */
public record LayoutChoice(DatasetLayout layout, String reason) {

  /** What somebody wrote for the purpose comes first, folders that could be anything last. */
  private static final List<DatasetLayout> LAYOUTS =
      List.of(
          new HuggingFaceLayout(),
          new CsvLegendLayout(),
          new CkPlusLayout(),
          new CkPlus48Layout(),
          new KdefLayout(),
          new MugLayout(),
          new RafdLayout(),
          new JaffeLayout(),
          new CelebaLayout(),
          new Fer2013Layout(),
          new AffectNetLayout(),
          new RafDbLayout(),
          new ImageFolderLayout());

  /**
   * @param requested name of a layout, or {@code auto}
   * @param options which have to apply to the layout that is chosen
   * @throws InvalidInput {@code layout-not-recognised}, or what {@link Layouts#check} throws
   */
  public static LayoutChoice of(String requested, LayoutOptions options, DatasetFolder folder) {
    Layouts.check(requested, options);
    LayoutChoice choice = requested.equals(Layouts.AUTO) ? recognised(folder) : named(requested);
    Layouts.check(choice.layout().name(), options);
    return choice;
  }

  /** The names of all layouts, in the order in which they are looked for. */
  static List<String> names() {
    return LAYOUTS.stream().map(DatasetLayout::name).toList();
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
        "Cannot tell the layout of %s (%d files): it is none of %s. Put a legend.csv with the columns image and emotion in it, or sort its pictures into folders named after expressions."
            .formatted(folder.root(), folder.files().size(), String.join(", ", names())));
  }

  private static LayoutChoice named(String requested) {
    return LAYOUTS.stream()
        .filter(layout -> layout.name().equals(requested))
        .findFirst()
        .map(layout -> new LayoutChoice(layout, "it was asked for"))
        .orElseThrow();
  }
}
