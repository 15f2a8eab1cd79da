package io.mien.ingest.layout.table;

import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Picture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The pictures that tables name one by one; every row and every file is accounted for. */
final class NamedPictures {

  private final DatasetFolder folder;
  private final Function<String, PictureFinder.Found> finder;
  private final Map<String, Picture> named = new HashMap<>();
  private final Set<String> left = new HashSet<>();
  private final List<Rejection> rejections;

  private NamedPictures(DatasetFolder folder, Function<String, PictureFinder.Found> finder) {
    this.folder = folder;
    this.finder = finder;
    this.rejections = new ArrayList<>(folder.unreadable());
  }

  /** Named by whatever leads to one file. */
  static NamedPictures anywhere(DatasetFolder folder) {
    return new NamedPictures(folder, new PictureFinder(folder.files())::find);
  }

  /** Named by their whole paths. */
  static NamedPictures byPath(DatasetFolder folder) {
    return new NamedPictures(folder, new PictureFinder(folder.files())::at);
  }

  /**
   * Where a table names a picture.
   *
   * @param place for a person, for example {@code line 3}
   * @param image the picture's name or path
   * @param label as the row has it, for a person; may be empty
   */
  record Mention(String place, String image, String label) {}

  /** Takes the picture that a row names, unless it is not there or was named before. */
  void add(Mention row, Function<String, Picture> picture) {
    PictureFinder.Found found = finder.apply(row.image());
    Optional<String> source = found.source();
    if (source.isEmpty()) {
      String detail = "%s: %s".formatted(row.place(), found.problem());
      rejections.add(new Rejection(row.image(), Rejection.Code.MISSING_FILE, detail));
      return;
    }
    if (named.containsKey(source.get())) {
      String as = row.label().isEmpty() ? "" : ", as '" + row.label() + "'";
      String detail =
          "%s names the picture again%s; the first line counts".formatted(row.place(), as);
      rejections.add(new Rejection(source.get(), Rejection.Code.DUPLICATE, detail));
      return;
    }
    named.put(source.get(), picture.apply(source.get()));
  }

  void reject(Rejection rejection) {
    rejections.add(rejection);
  }

  /** Sets a file aside, unless a table names it. */
  void leave(Rejection rejection) {
    if (!named.containsKey(rejection.source())) {
      left.add(rejection.source());
      rejections.add(rejection);
    }
  }

  /** The source of a picture that is named so; empty when it is not there. */
  Optional<String> find(String image) {
    return finder.apply(image).source();
  }

  /**
   * @param tables which name the pictures
   */
  DatasetListing listing(Collection<String> tables) {
    List<Picture> pictures = new ArrayList<>(named.values());
    String unnamed = "not named in " + String.join(", ", tables);
    folder.files().stream()
        .filter(source -> !tables.contains(source) && !left.contains(source))
        .filter(source -> !named.containsKey(source))
        .map(source -> folder.unlabelled(source, unnamed))
        .forEach(pictures::add);
    return new DatasetListing(pictures, rejections, Set.copyOf(tables));
  }
}
