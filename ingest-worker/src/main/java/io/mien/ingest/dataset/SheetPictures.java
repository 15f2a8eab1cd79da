package io.mien.ingest.dataset;

import io.mien.contracts.object.ObjectRef;
import io.mien.ingest.image.PictureContent;
import io.mien.ingest.image.PictureFile;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.layout.SourcePath;
import io.mien.ingest.layout.choice.PictureJson;
import io.mien.ingest.pack.SheetRow;
import io.mien.ingest.pack.SheetTile;
import io.mien.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The pictures of a contact sheet: rejects from the source, crops as they come by. */
final class SheetPictures {

  private final SheetSample sample;
  private final Set<String> crops;
  private final Path directory;
  private final Map<String, PictureContent> rejected = new HashMap<>();
  private final Map<String, PictureContent> cropped = new HashMap<>();

  private SheetPictures(SheetSample sample, Path directory) {
    this.sample = sample;
    this.crops = sample.sources(SheetSample.Kind.CROPS);
    this.directory = directory;
  }

  /**
   * @param work where crops are kept until the sheet is drawn
   */
  static SheetPictures choose(
      ObjectStore store, DatasetFolder folder, Listing listing, Extracted extracted, Path work)
      throws IOException {
    Path directory = Files.createDirectories(work.resolve("sheet"));
    Map<String, PictureContent> rejected = new HashMap<>();
    Set<String> sources = new HashSet<>();
    extracted.rejections().forEach(each -> sources.add(each.source()));
    for (ObjectRef part : listing.parts()) {
      Path file = directory.resolve("part.jsonl");
      store.download(part, file);
      new JsonLinesFile(file, PictureJson.of(folder.origin()))
          .forEach(
              Picture.class,
              picture -> {
                if (sources.contains(picture.source())) {
                  rejected.put(picture.source(), picture.content());
                }
              });
    }
    SheetSample sample =
        SheetSample.of(extracted, source -> rejected.containsKey(source) || folder.has(source));
    SheetPictures pictures = new SheetPictures(sample, directory);
    for (String source : sample.sources(SheetSample.Kind.REJECTS)) {
      PictureContent content = rejected.get(source);
      pictures.rejected.put(source, content == null ? folder.file(source) : content);
    }
    return pictures;
  }

  /**
   * Of pictures that are all at hand.
   *
   * @param pictures by source
   * @param crops by source, of several faces of a picture the first
   */
  static SheetPictures of(
      Extracted extracted,
      Map<String, PictureContent> pictures,
      Map<String, PictureContent> crops) {
    SheetPictures shown =
        new SheetPictures(SheetSample.of(extracted, pictures::containsKey), Path.of(""));
    shown.rejected.putAll(pictures);
    shown.cropped.putAll(crops);
    return shown;
  }

  /** Of crops alone. */
  static SheetPictures ofCrops(Extracted extracted, Path work) throws IOException {
    Path directory = Files.createDirectories(work.resolve("sheet"));
    return new SheetPictures(SheetSample.of(extracted, source -> false), directory);
  }

  /** Keeps a crop if the sheet shows it; of several faces of a picture the first. */
  void take(String source, byte[] png) throws IOException {
    if (crops.contains(source) && !cropped.containsKey(source)) {
      Path file = directory.resolve(cropped.size() + ".png");
      Files.write(file, png);
      cropped.put(source, new PictureFile(file));
    }
  }

  List<SheetRow> rows() {
    return sample.rows().stream().map(this::row).toList();
  }

  private SheetRow row(SheetSample.Row row) {
    Map<String, PictureContent> contents =
        row.kind() == SheetSample.Kind.CROPS ? cropped : rejected;
    return new SheetRow(
        row.title(),
        row.sources().stream()
            .map(
                source ->
                    new SheetTile(
                        Objects.requireNonNull(contents.get(source), source),
                        SourcePath.name(source)))
            .toList());
  }
}
