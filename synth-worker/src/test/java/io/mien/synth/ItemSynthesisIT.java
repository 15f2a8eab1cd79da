package io.mien.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.djl.Device;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.event.DoneItems;
import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.picture.CropPlacement;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.result.ItemsSynthesised;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.store.dataset.Crop;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.dataset.TarWriter;
import io.mien.store.json.JsonLines;
import io.mien.store.minio.MinioObjectStore;
import io.mien.synth.paste.FacePaste;
import io.mien.synth.reuse.MadeItems;
import io.mien.testkit.PixelBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of a bulk synthesis, with a real network and a real store. */
class ItemSynthesisIT {

  private static final int ITEMS = 60;

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static PrefixRef checkpoint;
  private static Path checkpointFolder;
  private static List<byte[]> faces;

  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    PrefixRef dataset =
        TinyDataset.publish(store, folder.resolve("dataset"), Map.of(Split.TEST, ITEMS / 3));
    faces = new ArrayList<>();
    PreparedDataset.open(store, dataset)
        .forEachCrop(Split.TEST, (Crop crop) -> faces.add(crop.png()));
    checkpointFolder = folder.resolve("checkpoint");
    checkpoint = TinyGenerator.publish(store, checkpointFolder, TinyDataset.LABELS);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void everyItemGetsWhatItAskedForInTheirOrder() throws Exception {
    ItemsSynthesised result = synthesise(attempt(task(numbers(ITEMS))));

    assertThat(result.synthesised()).isEqualTo(ITEMS);
    assertThat(result.failed()).isZero();
    assertThat(result.errors()).isNull();
    List<SynthesisedItem> items = items(result.results());
    assertThat(items).extracting(SynthesisedItem::customId).containsExactlyElementsOf(names());
    assertThat(result.images()).isEqualTo(ITEMS / 2 + ITEMS);
    try (ExpressionGenerator generator = ExpressionGenerator.load(checkpointFolder, Device.cpu())) {
      for (SynthesisedItem item : items) {
        RgbImage face = Png.decode(faces.get(item.line() - 1));
        assertThat(item.images())
            .extracting(SynthesisedItem.Image::expression)
            .containsExactlyElementsOf(labels(item.line()));
        for (SynthesisedItem.Image image : item.images()) {
          byte[] alone =
              generator.translate(List.of(face), List.of(image.expression())).get(0).rgb();
          byte[] png = store.read(image.image());
          assertThat(PixelBytes.greatestDifference(alone, Png.decode(png).rgb()))
              .isLessThanOrEqualTo(1);
          assertThat(PngTexts.of(png))
              .containsEntry("source", item.source())
              .containsEntry("expression", image.expression());
        }
      }
    }
  }

  @Test
  void imagesArePastedIntoTheirPhotosAlsoByAnAttemptThatGoesOn() throws Exception {
    CropPlacement place = new CropPlacement(2, 0, 5, 0, 2, 7);
    SynthesiseItems task = pasting(faces, place);
    Attempt stopped = attempt(task).stoppingAfter(20);
    assertThatThrownBy(() -> synthesise(stopped)).isInstanceOf(Cancelled.class);

    List<SynthesisedItem> items = items(synthesise(stopped.next(store, work)).results());

    assertThat(items).extracting(SynthesisedItem::customId).containsExactlyElementsOf(names());
    try (ExpressionGenerator generator = ExpressionGenerator.load(checkpointFolder, Device.cpu())) {
      for (SynthesisedItem item : List.of(items.get(0), items.get(ITEMS - 1))) {
        RgbImage face = Png.decode(faces.get(item.line() - 1));
        FacePaste paste = new FacePaste(photo(item.line()), face, place);
        for (SynthesisedItem.Image image : item.images()) {
          RgbImage alone =
              paste.with(generator.translate(List.of(face), List.of(image.expression())).get(0));
          RgbImage pasted = Png.decode(store.read(image.image()));
          assertThat(pasted.width()).isEqualTo(alone.width());
          assertThat(PixelBytes.greatestDifference(alone.rgb(), pasted.rgb()))
              .isLessThanOrEqualTo(2);
        }
      }
    }
  }

  @Test
  void brokenItemFailsAloneWhereverItStands() throws Exception {
    List<byte[]> some = new ArrayList<>(faces.subList(0, 20));
    some.set(0, large());
    some.set(13, large());

    ItemsSynthesised result = synthesise(attempt(task(some.toArray(byte[][]::new))));

    assertThat(result.synthesised()).isEqualTo(18);
    assertThat(JsonLines.values(store.read(result.errors()), FailedItem.class))
        .extracting(FailedItem::line, FailedItem::code)
        .containsExactly(tuple(1, "image-size-mismatch"), tuple(14, "image-size-mismatch"));
  }

  @Test
  void partOfWhichNothingCanBeGeneratedFailsAsAWhole() {
    assertThatThrownBy(() -> synthesise(attempt(task(large(), large()))))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void stoppedAttemptLeavesWhatIsDoneAndTheNextGoesOnFromThere() throws Exception {
    SynthesiseItems task = task(numbers(ITEMS));
    Attempt stopped = attempt(task).stoppingAfter(20);
    assertThatThrownBy(() -> synthesise(stopped)).isInstanceOf(Cancelled.class);
    ItemsSynthesised state =
        JsonLines.values(store.read(stopped.state().manifest()), ItemsSynthesised.class).get(0);
    assertThat(state.synthesised()).isBetween(20, ITEMS - 1);
    assertThat(stopped.done()).isEqualTo(new DoneItems(0, state.images()));

    Attempt next = stopped.next(store, work);
    ItemsSynthesised result = synthesise(next);

    List<SynthesisedItem> items = items(result.results());
    assertThat(items).extracting(SynthesisedItem::customId).containsExactlyElementsOf(names());
    assertThat(items.subList(0, state.synthesised())).isEqualTo(items(state.results()));
    assertThat(result.earlier()).containsExactly(stopped.state());
    assertThat(items.get(ITEMS - 1).images().get(0).image().key()).startsWith(next.prefix());
    assertThat(next.progress().get(1).done()).isEqualTo(state.synthesised());
  }

  @Test
  void itemMadeBeforeIsTakenOverWhateverPartItStandsIn() throws Exception {
    MadeItems made = new MadeItems(store, "maker " + UUID.randomUUID());
    Attempt first = attempt(task(List.of(1, 2, 3, 4, 5)));
    List<SynthesisedItem> before = items(synthesise(first, made).results());
    assertThat(before).extracting(SynthesisedItem::reusedFrom).containsOnlyNulls();
    store.delete(Bucket.SYNTHESES, before.get(3).images().get(1).image().key());

    Attempt second = attempt(task(List.of(6, 5, 2, 4)));
    List<SynthesisedItem> items = items(synthesise(second, made).results());

    TaskId task = first.task().taskId();
    assertThat(items)
        .extracting(SynthesisedItem::customId, SynthesisedItem::reusedFrom)
        .containsExactly(
            tuple("item-1", null), // new
            tuple("item-2", task),
            tuple("item-3", task),
            tuple("item-4", null)); // one of its images is gone, the other is not
    assertThat(item(items, "item-4").images())
        .extracting(SynthesisedItem.Image::reusedFrom)
        .containsExactly(task, null);
    SynthesisedItem two = item(items, "item-3");
    assertThat(two.images()).extracting(SynthesisedItem.Image::expression).isEqualTo(labels(2));
    for (int image = 0; image < 2; image++) {
      ObjectRef copy = two.images().get(image).image();
      assertThat(copy.key()).startsWith(second.prefix());
      assertThat(store.read(copy)).isEqualTo(store.read(before.get(1).images().get(image).image()));
    }
    // What was copied is found by its copy when the first is gone, and still says who made it
    before.forEach(item -> item.images().forEach(image -> delete(image.image())));
    Attempt third = attempt(task(List.of(2, 1)));
    assertThat(items(synthesise(third, made).results()))
        .extracting(SynthesisedItem::customId, SynthesisedItem::reusedFrom)
        .containsExactly(tuple("item-1", task), tuple("item-2", null));
  }

  @Test
  void onlyLabelsAreGeneratedThatWereNotMadeBefore() throws Exception {
    MadeItems made = new MadeItems(store, "maker " + UUID.randomUUID());
    Attempt first = attempt(asking(1, "happy", "sad"));
    SynthesisedItem both = items(synthesise(first, made).results()).get(0);

    // One of those alone
    SynthesisedItem one = items(synthesise(attempt(asking(1, "sad")), made).results()).get(0);
    assertThat(one.reusedFrom()).isEqualTo(first.task().taskId());
    assertThat(store.read(one.images().get(0).image()))
        .isEqualTo(store.read(both.images().get(1).image()));

    // One of those and another
    Attempt second = attempt(asking(1, "neutral", "happy"));
    SynthesisedItem mixed = items(synthesise(second, made).results()).get(0);
    assertThat(mixed.reusedFrom()).isNull();
    assertThat(mixed.images())
        .extracting(SynthesisedItem.Image::expression, SynthesisedItem.Image::reusedFrom)
        .containsExactly(tuple("neutral", null), tuple("happy", first.task().taskId()));
    assertThat(store.read(mixed.images().get(1).image()))
        .isEqualTo(store.read(both.images().get(0).image()));

    // And everything that was made until then, whoever asked for it
    SynthesisedItem all =
        items(synthesise(attempt(asking(1, "happy", "sad", "neutral")), made).results()).get(0);
    assertThat(all.images())
        .extracting(SynthesisedItem.Image::expression, SynthesisedItem.Image::reusedFrom)
        .containsExactly(
            tuple("happy", first.task().taskId()),
            tuple("sad", first.task().taskId()),
            tuple("neutral", second.task().taskId()));
  }

  @Test
  void imagesPastedIntoAPhotoAreTakenOverToo() throws Exception {
    MadeItems made = new MadeItems(store, "maker " + UUID.randomUUID());
    SynthesiseItems task = pasting(faces.subList(0, 3), new CropPlacement(2, 0, 5, 0, 2, 7));
    List<SynthesisedItem> before = items(synthesise(attempt(task), made).results());
    delete(before.get(1).images().get(0).image());

    List<SynthesisedItem> again = items(synthesise(attempt(task), made).results());

    assertThat(again.get(0).reusedFrom()).isNotNull();
    assertThat(again.get(1).reusedFrom()).isNull();
    assertThat(again.get(1).images().get(0).reusedFrom()).isNull();
    assertThat(again.get(1).images().get(1).reusedFrom()).isNotNull();
  }

  @Test
  void itemIsMadeAnewInAnotherFormOrByAnotherWorker() throws Exception {
    String maker = "maker " + UUID.randomUUID();
    MadeItems made = new MadeItems(store, maker);
    SynthesiseItems task = task(List.of(1));
    synthesise(attempt(task), made);
    SynthesiseItems jpeg =
        new SynthesiseItems(
            task.crops(),
            task.items(),
            task.count(),
            task.checkpoint(),
            new ImageForm(null, ImageFormat.JPEG, null),
            null,
            null);

    for (Attempt other : List.of(attempt(jpeg), attempt(task))) {
      MadeItems others = other.task().spec() == jpeg ? made : new MadeItems(store, maker + "s");
      assertThat(items(synthesise(other, others).results()))
          .extracting(SynthesisedItem::reusedFrom)
          .containsOnlyNulls();
    }
    assertThat(items(synthesise(attempt(task), made).results()))
        .extracting(SynthesisedItem::reusedFrom)
        .doesNotContainNull();
  }

  @Test
  void badItemFailsAloneWhenAllOthersWereMadeBefore() throws Exception {
    MadeItems made = new MadeItems(store, "maker " + UUID.randomUUID());
    SynthesiseItems task = task(faces.get(0), large(), faces.get(2));
    synthesise(attempt(task), made);

    ItemsSynthesised again = synthesise(attempt(task), made);

    assertThat(items(again.results()))
        .extracting(SynthesisedItem::reusedFrom)
        .hasSize(2)
        .doesNotContainNull();
    assertThat(JsonLines.values(store.read(again.errors()), FailedItem.class))
        .extracting(FailedItem::line)
        .containsExactly(2);
  }

  @Test
  void damagedImageIsMadeAnewByTheNextAttempt() throws Exception {
    MadeItems made = new MadeItems(store, "maker " + UUID.randomUUID());
    SynthesiseItems task = task(List.of(1));
    ObjectRef image =
        items(synthesise(attempt(task), made).results()).get(0).images().get(0).image();
    store.put(image.bucket(), image.key(), new byte[(int) image.bytes()], "image/png");
    Attempt second = attempt(task);
    assertThatThrownBy(() -> synthesise(second, made))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.code()).isEqualTo("image-gone"));

    assertThat(items(synthesise(second.next(store, work), made).results()))
        .extracting(SynthesisedItem::reusedFrom)
        .containsOnlyNulls();
  }

  private static SynthesisedItem item(List<SynthesisedItem> items, String customId) {
    return items.stream()
        .filter(item -> item.customId().equals(customId))
        .findFirst()
        .orElseThrow();
  }

  private static void delete(ObjectRef object) {
    store.delete(object.bucket(), object.key());
  }

  private static Attempt attemptOf(SynthesiseItems task, Path work) {
    return new Attempt(task, store, work);
  }

  private Attempt attempt(SynthesiseItems task) {
    return attemptOf(task, work);
  }

  private ItemsSynthesised synthesise(Attempt attempt) throws Exception {
    return synthesise(attempt, null);
  }

  private ItemsSynthesised synthesise(Attempt attempt, @Nullable MadeItems made) throws Exception {
    return (ItemsSynthesised) TestEngine.handle(store, work, attempt, made);
  }

  /** Odd lines ask for one expression, even ones for two. */
  private static List<String> labels(int line) {
    return line % 2 == 1 ? List.of("happy") : List.of("sad", "neutral");
  }

  private SynthesiseItems task(byte[]... crops) throws IOException {
    return task(numbers(crops.length), List.of(crops), null, null);
  }

  /** A line for each of these faces, by their numbers from 1. */
  private SynthesiseItems task(List<Integer> numbers) throws IOException {
    List<byte[]> crops = numbers.stream().map(number -> faces.get(number - 1)).toList();
    return task(numbers, crops, null, null);
  }

  private static List<Integer> numbers(int count) {
    return IntStream.rangeClosed(1, count).boxed().toList();
  }

  /** Into a photo of each, where the crop lies in the same place. */
  private SynthesiseItems pasting(List<byte[]> crops, CropPlacement place) throws IOException {
    Path tar = work.resolve("all-photos.tar");
    try (TarWriter writer = new TarWriter(tar)) {
      for (int line = 1; line <= crops.size(); line++) {
        writer.add("%08d.png".formatted(line), Png.encode(photo(line)));
      }
    }
    String key = "tasks/" + UUID.randomUUID() + "/1/a/photos.tar";
    ObjectRef photos = store.put(Bucket.SYNTHESES, key, tar, "application/x-tar");
    return task(numbers(crops.size()), crops, place, photos);
  }

  /** Of 48 x 40 pixels, each another shade. */
  private static RgbImage photo(int line) {
    byte[] rgb = new byte[3 * 48 * 40];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i * 7 + line * 3);
    }
    return new RgbImage(48, 40, rgb);
  }

  /**
   * @param numbers of the faces, which tell their sources and labels
   */
  private SynthesiseItems task(
      List<Integer> numbers,
      List<byte[]> crops,
      @Nullable CropPlacement place,
      @Nullable ObjectRef photos)
      throws IOException {
    List<List<String>> labels = numbers.stream().map(ItemSynthesisIT::labels).toList();
    return task(numbers, crops, labels, place, photos);
  }

  /** One line, for a face that is to get these. */
  private SynthesiseItems asking(int number, String... labels) throws IOException {
    return task(
        List.of(number), List.of(faces.get(number - 1)), List.of(List.of(labels)), null, null);
  }

  private SynthesiseItems task(
      List<Integer> numbers,
      List<byte[]> crops,
      List<List<String>> labels,
      @Nullable CropPlacement place,
      @Nullable ObjectRef photos)
      throws IOException {
    List<PreparedItem> items = new ArrayList<>();
    Path tar = work.resolve("crops.tar");
    try (TarWriter writer = new TarWriter(tar)) {
      for (int line = 1; line <= crops.size(); line++) {
        PreparedItem item =
            new PreparedItem(
                line,
                "item-" + line,
                "source-of-" + numbers.get(line - 1),
                new FaceBox(1, 2, 3, 4, 0),
                "expression",
                labels.get(line - 1),
                List.of(),
                place);
        items.add(item);
        writer.add(item.cropName(), crops.get(line - 1));
      }
    }
    String prefix = "tasks/" + UUID.randomUUID() + "/1/a/";
    ObjectRef stored = store.put(Bucket.SYNTHESES, prefix + "crops.tar", tar, "application/x-tar");
    ObjectRef lines =
        store.put(Bucket.SYNTHESES, prefix + "items.jsonl", JsonLines.bytes(items), JsonLines.TYPE);
    return new SynthesiseItems(stored, lines, items.size(), checkpoint, null, null, photos);
  }

  private static List<SynthesisedItem> items(ObjectRef lines) {
    return JsonLines.values(store.read(lines), SynthesisedItem.class);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int line = 1; line <= ITEMS; line++) {
      names.add("item-" + line);
    }
    return names;
  }

  private static byte[] large() {
    return Png.encode(new RgbImage(32, 32, new byte[3 * 32 * 32]));
  }
}
