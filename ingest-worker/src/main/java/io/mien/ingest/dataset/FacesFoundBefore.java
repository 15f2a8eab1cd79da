package io.mien.ingest.dataset;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.DetectFaces;
import io.mien.ingest.face.FaceCrop;
import io.mien.ingest.face.FaceCropper;
import io.mien.ingest.face.FaceCroppers;
import io.mien.ingest.image.PictureRefused;
import io.mien.store.ObjectStore;
import io.mien.store.Sha256;
import io.mien.store.json.WireJson;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/**
 * What an earlier version of a dataset found in pictures of the same bytes, by the same recipe and
 * selection: it need not be looked for again. Thread-safe; close it.
 */
final class FacesFoundBefore implements Closeable {

  private final Map<String, List<Found>> faces = new HashMap<>();
  private final Map<String, String> withoutFace = new HashMap<>();

  /** Pictures of which not every face became a crop. */
  private final Set<String> incomplete = new HashSet<>();

  private final List<TarFile> tars = new ArrayList<>();
  private final AtomicInteger used = new AtomicInteger();

  private FacesFoundBefore() {}

  /**
   * @param directory for the files of the earlier version
   */
  static FacesFoundBefore open(ObjectStore store, DetectFaces task, Path directory)
      throws IOException {
    Files.createDirectories(directory);
    FacesFoundBefore before = new FacesFoundBefore();
    try {
      for (PrefixRef part : task.previous()) {
        FoundFaces faces = WireJson.MAPPER.readValue(store.read(part.manifest()), FoundFaces.class);
        if (faces.recipe().equals(task.dataset().recipe())
            && faces.selection().equals(task.dataset().options().selection())) {
          before.add(store, faces, directory);
        }
      }
      return before;
    } catch (IOException | RuntimeException e) {
      before.close();
      throw e;
    }
  }

  /** Croppers that look here first, if there is anything to find. */
  FaceCroppers in(FaceCroppers croppers) {
    if (faces.isEmpty() && withoutFace.isEmpty()) {
      return croppers;
    }
    return () -> new Remembering(croppers.open());
  }

  /** How often something was found here. */
  int used() {
    return used.get();
  }

  @Override
  public void close() throws IOException {
    for (TarFile tar : tars) {
      tar.close();
    }
  }

  private void add(ObjectStore store, FoundFaces faces, Path directory) throws IOException {
    Path crops = directory.resolve("crops-" + tars.size() + ".tar");
    Path pictures = directory.resolve("pictures.jsonl");
    store.download(faces.crops(), crops);
    store.download(faces.pictures(), pictures);
    TarFile tar = new TarFile(crops);
    tars.add(tar);
    Map<String, TarArchiveEntry> entries = new HashMap<>();
    tar.getEntries().forEach(entry -> entries.put(entry.getName(), entry));
    new JsonLinesFile(pictures, WireJson.MAPPER)
        .forEach(FoundPicture.class, picture -> remember(picture, tar, entries));
  }

  private void remember(FoundPicture picture, TarFile tar, Map<String, TarArchiveEntry> entries) {
    String photo = picture.photo();
    FoundPicture.Face face = picture.face();
    Rejection none = picture.rejection();
    if (photo == null) {
      return;
    }
    if (face != null) {
      String name = CropTar.name(face);
      TarArchiveEntry entry = Objects.requireNonNull(entries.get(name), name);
      remember(photo, new Found(picture.source(), face, tar, entry));
    } else if (none != null && none.code() == Rejection.Code.NO_FACE) {
      withoutFace.put(photo, none.detail());
    } else {
      incomplete.add(photo);
    }
  }

  /** Of pictures of the same bytes the last. */
  private void remember(String photo, Found found) {
    List<Found> known = faces.computeIfAbsent(photo, none -> new ArrayList<>());
    known.removeIf(other -> !other.source().equals(found.source()));
    known.add(found);
  }

  /** A face that was found. */
  private record Found(String source, FoundPicture.Face face, TarFile tar, TarArchiveEntry entry) {

    FaceCrop crop() {
      return new FaceCrop(png(), face.box(), face.quality());
    }

    /** A tar has one position. */
    private byte[] png() {
      synchronized (tar) {
        try (InputStream in = tar.getInputStream(entry)) {
          return in.readAllBytes();
        } catch (IOException e) {
          throw new UncheckedIOException(
              "Cannot read " + entry.getName() + " of an earlier version", e);
        }
      }
    }
  }

  /** Not thread-safe, as every cropper. */
  private final class Remembering implements FaceCropper {

    private final FaceCropper cropper;

    Remembering(FaceCropper cropper) {
      this.cropper = cropper;
    }

    @Override
    public List<FaceCrop> crops(byte[] photo, CropRecipe recipe, FaceChoice choice) {
      String digest = Sha256.of(photo);
      List<Found> known = incomplete.contains(digest) ? null : faces.get(digest);
      String none = withoutFace.get(digest);
      if (known != null) {
        used.incrementAndGet();
        return known.stream().map(Found::crop).toList();
      }
      if (none != null) {
        used.incrementAndGet();
        throw new PictureRefused(Rejection.Code.NO_FACE, none);
      }
      return cropper.crops(photo, recipe, choice);
    }

    @Override
    public void close() {
      cropper.close();
    }
  }
}
