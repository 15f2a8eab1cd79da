package io.mien.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.event.Progress;
import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.picture.UprightPhoto;
import io.mien.contracts.result.ItemsPrepared;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.ListedItem;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.task.PrepareItems;
import io.mien.contracts.task.PreparePhoto;
import io.mien.drawn.DrawnFace;
import io.mien.ingest.source.archive.Packed;
import io.mien.store.Sha256;
import io.mien.store.json.WireJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The photos of a part of a bulk synthesis, good ones and every kind of bad one. */
class PrepareItemsIT {

  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 64, 0.15, true);

  private static IngestRig rig;
  private static byte[] face;

  @TempDir static Path folder;
  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
    rig = new IngestRig();
    DrawnFace stranger = MixedDataset.stranger();
    face = MixedDataset.encode(stranger.render(128), "jpg");
    write("good.jpg", face);
    write("team/good.png", MixedDataset.encode(stranger.render(160), "png"));
    write("wall.png", MixedDataset.encode(MixedDataset.noise(), "png"));
    write("two.png", MixedDataset.twoFaces());
    write("empty.jpg", new byte[0]);
    write("truncated.jpg", Arrays.copyOf(face, face.length / 2));
    write("text.jpg", "I was renamed to look like a photograph".getBytes(UTF_8));
    write("bomb.png", EncodedPictures.bomb(stranger));
    write("long.jpg", Arrays.copyOf(face, (int) IngestRig.LIMITS.maxBytes() + 1));
    rig.put(folder, "uploads/photos/");
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void everyItemEndsAsACropOrWithItsReason() throws IOException {
    String stored = rig.address("uploads/photos/good.jpg").toString();
    List<ListedItem> items =
        List.of(
            item(3, "team/good.png", FaceChoice.PROMINENT, null),
            item(4, "wall.png", FaceChoice.PROMINENT, null),
            item(5, "two.png", FaceChoice.SINGLE, null),
            item(6, "two.png", FaceChoice.LARGEST, null),
            item(7, "empty.jpg", FaceChoice.PROMINENT, null),
            item(8, "truncated.jpg", FaceChoice.PROMINENT, null),
            item(9, "text.jpg", FaceChoice.PROMINENT, null),
            item(10, "bomb.png", FaceChoice.PROMINENT, null),
            item(11, "long.jpg", FaceChoice.PROMINENT, null),
            item(12, "good.jpg", FaceChoice.PROMINENT, "0".repeat(64)),
            item(13, "good.jpg", FaceChoice.PROMINENT, Sha256.of(face)),
            item(14, "gone.jpg", FaceChoice.PROMINENT, null),
            item(15, "s3://elsewhere/a.jpg", FaceChoice.PROMINENT, null),
            item(16, stored, FaceChoice.PROMINENT, null),
            item(17, stored + "x", FaceChoice.PROMINENT, null));

    ItemsPrepared prepared = prepare(folder.toUri(), items, 1);

    assertThat(prepared.prepared()).isEqualTo(4);
    assertThat(prepared.failed()).isEqualTo(11);
    assertThat(rig.lines(prepared.items(), PreparedItem.class))
        .extracting(PreparedItem::line)
        .containsExactly(3, 6, 13, 16);
    assertThat(crops(prepared).keySet())
        .containsExactly("00000003.png", "00000006.png", "00000013.png", "00000016.png");
    assertThat(errors(prepared))
        .extracting(FailedItem::line, FailedItem::code)
        .containsExactly(
            tuple(4, "no-face"),
            tuple(5, "several-faces"),
            tuple(7, "photo-empty"),
            tuple(8, "photo-truncated"),
            tuple(9, "photo-not-an-image"),
            tuple(10, "photo-too-large"),
            tuple(11, "photo-too-large"),
            tuple(12, "wrong-hash"),
            tuple(14, "photo-missing"),
            tuple(15, "photo-forbidden"),
            tuple(17, "photo-missing"));
  }

  @Test
  void anItemIsPreparedExactlyAsASinglePhoto() throws IOException {
    ItemsPrepared prepared =
        prepare(folder.toUri(), List.of(item(1, "good.jpg", FaceChoice.PROMINENT, null)), 1);
    ObjectRef photo =
        rig.store().put(Bucket.SYNTHESES, "uploads/1/photo", face, "application/octet-stream");

    PhotoPrepared single =
        (PhotoPrepared) rig.ingesting(work, 1).run(new PreparePhoto(photo, RECIPE));

    PreparedItem item = rig.lines(prepared.items(), PreparedItem.class).get(0);
    assertThat(crops(prepared)).containsEntry("00000001.png", single.crop().sha256());
    assertThat(item.source()).isEqualTo(Sha256.of(face));
    assertThat(item.customId()).isEqualTo("id-1");
    assertThat(item.labels()).containsExactly("happy");
    assertThat(prepared.errors()).isNull();
  }

  @Test
  void wholePhotosAreKeptAsOfASinglePhotoWhereImagesArePasted() throws IOException {
    List<ListedItem> items =
        List.of(
            item(1, "wall.png", FaceChoice.PROMINENT, null),
            item(2, "good.jpg", FaceChoice.PROMINENT, null),
            item(3, "two.png", FaceChoice.LARGEST, null));
    PrepareItems task =
        new PrepareItems(folder.toUri(), part(items), 3, RECIPE, ImageOutput.PASTED);
    ObjectRef photo =
        rig.store().put(Bucket.SYNTHESES, "uploads/2/photo", face, "application/octet-stream");

    ItemsPrepared prepared = (ItemsPrepared) rig.ingesting(work, 2).run(task);
    PhotoPrepared single =
        (PhotoPrepared)
            rig.ingesting(work, 1)
                .run(new PreparePhoto(photo, RECIPE, FaceChoice.PROMINENT, ImageOutput.PASTED));

    PreparedItem item = rig.lines(prepared.items(), PreparedItem.class).get(0);
    UprightPhoto alone = single.photo();
    assertThat(alone).isNotNull();
    assertThat(item.placement()).isEqualTo(alone.placement());
    assertThat(contents(prepared.photos()))
        .containsEntry("00000002.png", alone.image().sha256())
        .containsOnlyKeys("00000002.png", "00000003.png");
    assertThat(prepare(folder.toUri(), items, 1).photos()).isNull();
  }

  @Test
  void placesAndThreadsMakeNoDifference() throws IOException {
    List<ListedItem> items = new ArrayList<>();
    List<String> names = List.of("good.jpg", "wall.png", "team/good.png", "gone.jpg");
    for (int i = 0; i < 12; i++) {
      items.add(item(i + 1, names.get(i % names.size()), FaceChoice.PROMINENT, null));
    }
    Path zip = Packed.folder(folder, work.resolve("photos.zip"));

    ItemsPrepared one = prepare(folder.toUri(), items, 1);
    for (URI source : List.of(folder.toUri(), zip.toUri(), rig.address("uploads/photos/"))) {
      ItemsPrepared other = prepare(source, items, 3);

      assertThat(other.crops().sha256()).as("%s", source).isEqualTo(one.crops().sha256());
      assertThat(other.items().sha256()).as("%s", source).isEqualTo(one.items().sha256());
      assertThat(errors(other))
          .extracting(FailedItem::line, FailedItem::code)
          .containsExactlyElementsOf(
              errors(one).stream().map(error -> tuple(error.line(), error.code())).toList());
    }
  }

  @Test
  void aPartOfBadItemsAloneIsNoFailure() throws IOException {
    ItemsPrepared prepared =
        prepare(null, List.of(item(1, "good.jpg", FaceChoice.PROMINENT, null)), 1);

    assertThat(prepared.prepared()).isZero();
    assertThat(crops(prepared)).isEmpty();
    assertThat(errors(prepared)).extracting(FailedItem::code).containsExactly("photo-missing");
  }

  @Test
  void aRecipeThatWeDoNotHaveFailsTheTask() throws IOException {
    ObjectRef part = part(List.of(item(1, "good.jpg", FaceChoice.PROMINENT, null)));
    CropRecipe recipe = new CropRecipe("cascade-v9", 64, 0.15, true);

    assertThatThrownBy(
            () -> rig.ingesting(work, 1).run(new PrepareItems(folder.toUri(), part, 1, recipe)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.code()).isEqualTo("unknown-detector"));
  }

  @Test
  void anOutageOfThePlaceFailsTheTaskAndNotTheItem() throws IOException {
    String photo = "s3://mien-test-datasets/uploads/1/good.jpg";
    ObjectRef part = part(List.of(item(1, photo, FaceChoice.PROMINENT, null)));

    assertThatThrownBy(() -> rig.cutOff(work).run(new PrepareItems(null, part, 1, RECIPE)))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void aTaskThatIsToStopStopsBetweenPhotos() throws IOException {
    ListedItem good = item(1, "good.jpg", FaceChoice.PROMINENT, null);
    Ingesting ingesting = rig.ingesting(work, 1);
    PrepareItems task = new PrepareItems(folder.toUri(), part(List.of(good, good)), 2, RECIPE);
    Attempt attempt = ingesting.attempt(task).stoppingAfter(1);

    assertThatThrownBy(() -> ingesting.run(attempt)).isInstanceOf(Cancelled.class);
    assertThat(attempt.progress())
        .last()
        .extracting(Progress::unit, Progress::done, Progress::total)
        .containsExactly("items", 1L, 2L);
  }

  private ItemsPrepared prepare(@Nullable URI source, List<ListedItem> items, int threads)
      throws IOException {
    PrepareItems task = new PrepareItems(source, part(items), items.size(), RECIPE);
    return (ItemsPrepared) rig.ingesting(work, threads).run(task);
  }

  private static ListedItem item(int line, String photo, FaceChoice face, @Nullable String sha256) {
    return new ListedItem(
        line, "id-" + line, photo, sha256, "expression", List.of("happy"), List.of(), face);
  }

  private static ObjectRef part(List<ListedItem> items) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (ListedItem item : items) {
      lines.write(WireJson.MAPPER.writeValueAsBytes(item));
      lines.write('\n');
    }
    String key = "tasks/" + UUID.randomUUID() + "/part.jsonl";
    return rig.store().put(Bucket.SYNTHESES, key, lines.toByteArray(), "application/x-ndjson");
  }

  private static List<FailedItem> errors(ItemsPrepared prepared) throws IOException {
    ObjectRef errors = prepared.errors();
    assertThat(errors).isNotNull();
    return rig.lines(errors, FailedItem.class);
  }

  private static Map<String, String> crops(ItemsPrepared prepared) throws IOException {
    return contents(prepared.crops());
  }

  /** The digest of every picture of a tar by its name, in their order. */
  private static Map<String, String> contents(ObjectRef pictures) throws IOException {
    Map<String, String> digests = new LinkedHashMap<>();
    byte[] content = rig.store().read(pictures);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(content))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        digests.put(entry.getName(), Sha256.of(tar.readAllBytes()));
      }
    }
    return digests;
  }

  private static void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
