package io.mien.ingest.layout.table;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetLayout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * CelebA (Liu et al., 2015): numbered pictures, 40 attributes of each as 1 and -1 in {@code
 * list_attr_celeba.txt}, people in {@code identity_CelebA.txt} and the official partition in {@code
 * list_eval_partition.txt}. It tells no expressions.
 */
public final class CelebaLayout implements DatasetLayout {

  private static final String ATTRIBUTES = "list_attr_celeba";

  @Override
  public String name() {
    return Layouts.CELEBA;
  }

  @Override
  public Optional<String> recognise(DatasetFolder folder) {
    return CelebaLists.find(folder, ATTRIBUTES).map(table -> "it has a " + table);
  }

  @Override
  public DatasetListing list(DatasetFolder folder, LayoutOptions options) {
    String table =
        CelebaLists.find(folder, ATTRIBUTES)
            .orElseThrow(() -> folder.withoutTable(name(), "it has no list_attr_celeba.txt."));
    CelebaLists lists = CelebaLists.read(folder);
    CelebaAttributes attributes = new CelebaAttributes();
    NamedPictures pictures = NamedPictures.anywhere(folder);
    ImageValues.forEach(
        folder.file(table),
        line ->
            attributes
                .read(line)
                .ifPresent(
                    row -> add(pictures, row, source -> picture(folder, source, row, lists))));
    List<String> tables = new ArrayList<>(lists.tables());
    tables.add(table);
    return pictures.listing(tables);
  }

  private static void add(
      NamedPictures pictures, CelebaAttributes.Row row, Function<String, Picture> picture) {
    // The lossless copy has the names of the list with another ending
    String lossless = row.image().replaceFirst("\\.jpg$", ".png");
    String image = pictures.find(row.image()).isPresent() ? row.image() : lossless;
    String named = pictures.find(image).isPresent() ? image : row.image();
    pictures.add(new NamedPictures.Mention("line " + row.number(), named, ""), picture);
  }

  private static Picture picture(
      DatasetFolder folder, String source, CelebaAttributes.Row row, CelebaLists lists) {
    String subject = lists.people().getOrDefault(row.image(), source);
    Map<String, String> attributes = new HashMap<>(row.attributes());
    attributes.putAll(Columns.partition(Optional.ofNullable(lists.parts().get(row.image()))));
    Label label = row.problem().isEmpty() ? new Label.NotGiven() : new Label.Missing(row.problem());
    return folder.picture(source, subject, label, attributes);
  }
}
