package io.mien.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.ItemsSynthesised;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.task.TaskSpec;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.store.dataset.TarWriter;
import io.mien.store.json.JsonLines;
import io.mien.store.minio.MinioObjectStore;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.image.Marking;
import io.mien.synth.reuse.MadeItems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A photo that somebody waits for, of which images were made before, with a real store. */
class PhotoReuseIT {

  private static final String PHOTO = "a".repeat(64);

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static SynthEngine engine;
  private static PrefixRef checkpoint;
  private static ObjectRef crop;

  @TempDir Path work;

  private @Nullable MadeItems made;

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    engine = TestEngine.start(store, folder);
    checkpoint = TinyGenerator.publish(store, folder.resolve("a"), TinyDataset.LABELS);
    RgbImage face = TinyDataset.picture("neutral", new Random(3));
    crop = store.put(Bucket.SYNTHESES, "reuse/crop.png", Png.encode(face), "image/png");
  }

  @AfterAll
  static void close() {
    engine.close();
    store.close();
  }

  @BeforeEach
  void forgetEverything() {
    made = new MadeItems(store, "maker " + UUID.randomUUID());
  }

  @Test
  void onlyLabelsAreGeneratedThatWereNotMadeBefore() throws Exception {
    Attempt first = attempt(photo(null, "happy"));
    SynthesisedImage before = synthesised(first).images().get(0);

    Attempt second = attempt(photo(null, "sad", "happy"));
    ImagesSynthesised both = synthesised(second);

    assertThat(before.reusedFrom()).isNull();
    assertThat(both.images())
        .extracting(SynthesisedImage::expression, SynthesisedImage::reusedFrom)
        .containsExactly(tuple("sad", null), tuple("happy", first.task().taskId()));
    SynthesisedImage happy = both.images().get(1);
    assertThat(happy.image().key()).startsWith(second.prefix());
    assertThat(store.read(happy.image())).isEqualTo(store.read(before.image()));
    assertThat(happy.width()).isEqualTo(TinyDataset.SIZE);
    assertThat(PngTexts.of(store.read(happy.image()))).containsEntry("source", PHOTO);
    RgbImage sheet = Png.decode(store.read(both.contactSheet()));
    RgbImage alone = Png.decode(store.read(happy.image()));
    assertThat(sheet.width()).isEqualTo(3 * TinyDataset.SIZE);
    assertThat(sheet.at(2 * TinyDataset.SIZE + 5, 7, 1)).isEqualTo(alone.at(5, 7, 1));
    // And then both are there
    assertThat(synthesised(attempt(photo(null, "happy", "sad"))).images())
        .extracting(SynthesisedImage::reusedFrom)
        .containsExactly(first.task().taskId(), second.task().taskId());
  }

  @Test
  void imageThatIsGoneIsMadeAnew() throws Exception {
    ObjectRef image = synthesised(attempt(photo(null, "happy"))).images().get(0).image();
    store.delete(image.bucket(), image.key());

    assertThat(synthesised(attempt(photo(null, "happy"))).images())
        .extracting(SynthesisedImage::reusedFrom)
        .containsOnlyNulls();
  }

  @Test
  void itemOfAFolderIsTakenFromThePhotoAndThePhotoFromTheItem() throws Exception {
    Attempt photo = attempt(photo(null, "happy"));
    SynthesisedImage happy = synthesised(photo).images().get(0);

    Attempt part = attempt(item(null, "happy", "sad"));
    SynthesisedItem item = done(part);

    assertThat(item.images())
        .extracting(SynthesisedItem.Image::expression, SynthesisedItem.Image::reusedFrom)
        .containsExactly(tuple("happy", photo.task().taskId()), tuple("sad", null));
    assertThat(store.read(item.images().get(0).image())).isEqualTo(store.read(happy.image()));
    assertThat(synthesised(attempt(photo(null, "sad"))).images())
        .extracting(SynthesisedImage::reusedFrom)
        .containsExactly(part.task().taskId());
  }

  @Test
  void whatNoContactSheetCouldShowIsRememberedButNotTakenOver() throws Exception {
    ImageForm form = new ImageForm(40, ImageFormat.JPEG, 0.5);
    Attempt first = attempt(photo(form, "happy"));
    synthesised(first);

    Attempt second = attempt(photo(form, "happy"));
    SynthesisedImage again = synthesised(second).images().get(0);

    assertThat(again.reusedFrom()).isNull();
    assertThat(again.intensity()).as("as it was asked for").isNull();
    SynthesisedItem item = done(attempt(item(form, "happy")));
    assertThat(item.reusedFrom()).isEqualTo(second.task().taskId());
    assertThat(item.images().get(0).intensity()).isEqualTo(0.5);
  }

  @Test
  void otherPhotosAndWorkersThatRememberNothingMakeAllAnew() throws Exception {
    synthesised(attempt(photo(null, "happy")));
    SynthesisePhoto other =
        new SynthesisePhoto(
            crop, checkpoint, List.of("happy"), null, List.of(), null, null, null, "b".repeat(64));

    assertThat(synthesised(attempt(other)).images())
        .extracting(SynthesisedImage::reusedFrom)
        .containsOnlyNulls();
    made = null;
    assertThat(synthesised(attempt(photo(null, "happy"))).images())
        .extracting(SynthesisedImage::reusedFrom)
        .containsOnlyNulls();
  }

  private Attempt attempt(TaskSpec task) {
    return new Attempt(task, store, work);
  }

  private ImagesSynthesised synthesised(Attempt attempt) throws Exception {
    return (ImagesSynthesised) new SynthHandler(store, engine, Marking.NONE, made).handle(attempt);
  }

  private SynthesisedItem done(Attempt attempt) throws Exception {
    ItemsSynthesised result =
        (ItemsSynthesised) new SynthHandler(store, engine, Marking.NONE, made).handle(attempt);
    return JsonLines.values(store.read(result.results()), SynthesisedItem.class).get(0);
  }

  private static SynthesisePhoto photo(@Nullable ImageForm form, String... labels) {
    return new SynthesisePhoto(
        crop, checkpoint, List.of(labels), null, List.of(), null, form, null, PHOTO);
  }

  /** A part of one line, of the same photo. */
  private SynthesiseItems item(@Nullable ImageForm form, String... labels) throws IOException {
    PreparedItem item =
        new PreparedItem(
            1,
            "item-1",
            PHOTO,
            new FaceBox(1, 2, 3, 4, 0),
            "expression",
            List.of(labels),
            List.of());
    Path tar = work.resolve("crops.tar");
    try (TarWriter writer = new TarWriter(tar)) {
      writer.add(item.cropName(), store.read(crop));
    }
    String prefix = "tasks/" + UUID.randomUUID() + "/1/a/";
    return new SynthesiseItems(
        store.put(Bucket.SYNTHESES, prefix + "crops.tar", tar, "application/x-tar"),
        store.put(
            Bucket.SYNTHESES,
            prefix + "items.jsonl",
            JsonLines.bytes(List.of(item)),
            JsonLines.TYPE),
        1,
        checkpoint,
        form,
        null,
        null);
  }
}
