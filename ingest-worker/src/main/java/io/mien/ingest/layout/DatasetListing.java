package io.mien.ingest.layout;

import io.mien.contracts.dataset.Rejection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that a dataset consists of.
 *
 * @param pictures by source, in the order of their code points
 * @param rejections what the layout itself refuses: missing files, repeated rows, what cannot be
 *     read, frames that are not chosen
 * @param tables files that the labels were read from
 */
public record DatasetListing(
    List<Picture> pictures, List<Rejection> rejections, Set<String> tables) {

  public DatasetListing {
    pictures = pictures.stream().sorted(Comparator.comparing(Picture::source)).toList();
    rejections = List.copyOf(rejections);
    tables = Set.copyOf(tables);
  }

  /** Of a layout without tables. */
  public DatasetListing(List<Picture> pictures, List<Rejection> rejections) {
    this(pictures, rejections, Set.of());
  }

  /** With pictures that have no label among those to be taken. */
  public DatasetListing withUnlabelled() {
    List<Picture> all = new ArrayList<>();
    for (Picture picture : pictures) {
      boolean missing = picture.label() instanceof Label.Missing;
      all.add(missing ? picture.with(new Label.NotGiven()) : picture);
    }
    return new DatasetListing(all, rejections, tables);
  }

  /** Without the pictures of these people, who were erased from the dataset. */
  public DatasetListing without(Set<String> subjects) {
    List<Picture> rest = new ArrayList<>();
    List<Rejection> refused = new ArrayList<>(rejections);
    for (Picture picture : pictures) {
      if (subjects.contains(picture.subject())) {
        String why = "shows a person who was erased from the dataset";
        refused.add(new Rejection(picture.source(), Rejection.Code.ERASED, why));
      } else {
        rest.add(picture);
      }
    }
    return new DatasetListing(rest, refused, tables);
  }

  /** Those of the files that the listing forgets; there are none unless the layout has a defect. */
  public Set<String> forgotten(Collection<String> files) {
    Set<String> forgotten = new HashSet<>(files);
    forgotten.removeAll(tables);
    pictures.forEach(picture -> forgotten.remove(picture.source()));
    rejections.forEach(rejection -> forgotten.remove(rejection.source()));
    return forgotten;
  }
}
