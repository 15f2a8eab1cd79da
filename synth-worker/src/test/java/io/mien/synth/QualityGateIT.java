package io.mien.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.quality.ImageQuality;
import io.mien.contracts.quality.QualityGate;
import io.mien.contracts.quality.QualityGate.Option;
import io.mien.contracts.quality.RejectedImage;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.ItemsSynthesised;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.synthesis.PreparedItem;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.inference.FaceLikeness;
import io.mien.store.dataset.TarWriter;
import io.mien.store.json.JsonLines;
import io.mien.store.minio.MinioObjectStore;
import io.mien.synth.reuse.MadeItems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images are measured, generated anew in other ways, and rejected, by real networks. */
class QualityGateIT {

  /** Almost the photo itself, which is as like itself as can be. */
  private static final Option FAINT = new Option(null, 0.01);

  private static final double ALIKE = 0.999;

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static PrefixRef checkpoint;
  private static PrefixRef other;
  private static PrefixRef classifier;
  private static PrefixRef embedder;
  private static RgbImage face;
  private static ObjectRef crop;

  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    checkpoint = TinyGenerator.publish(store, folder.resolve("a"), TinyDataset.LABELS);
    other = TinyGenerator.publish(store, folder.resolve("b"), List.of("sad", "neutral", "happy"));
    classifier =
        TinyClassifier.publish(
            store, folder.resolve("classifier"), TinyDataset.trainingImages(TinyDataset.LABELS));
    embedder =
        TinyClassifier.publish(
            store,
            folder.resolve("embedder"),
            TinyDataset.trainingImages(List.of("neutral", "happy", "sad", "angry")));
    face = TinyDataset.picture("neutral", new Random(3));
    crop = store.put(Bucket.SYNTHESES, "gate/crop.png", Png.encode(face), "image/png");
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void imagesAreMeasuredByNetworksThatHadNoPartInThem() throws Exception {
    ImagesSynthesised result = photo(new QualityGate(classifier, embedder, null, null, List.of()));

    assertThat(result.rejected()).isEmpty();
    assertThat(result.images()).hasSize(3);
    try (ExpressionClassifier judge = load("classifier");
        ExpressionClassifier people = load("embedder")) {
      float[] known = people.logits(List.of(face))[0];
      for (SynthesisedImage image : result.images()) {
        RgbImage pixels = Png.decode(store.read(image.image()));
        float[] probabilities = judge.probabilities(List.of(pixels))[0];
        ImageQuality quality = image.quality();
        int wanted = TinyDataset.LABELS.indexOf(image.expression());
        assertThat(quality.target()).isCloseTo(probabilities[wanted], within(1e-4));
        assertThat(quality.shown())
            .isEqualTo(TinyDataset.LABELS.get(ExpressionClassifier.best(probabilities)));
        assertThat(quality.identity())
            .isCloseTo(FaceLikeness.of(known, people.logits(List.of(pixels))[0]), within(1e-3));
      }
    }
  }

  @Test
  void whatIsNotGoodEnoughIsGeneratedWithTheNextOptionAndSaysSo() throws Exception {
    ImagesSynthesised result =
        photo(new QualityGate(null, embedder, null, ALIKE, List.of(FAINT, new Option(other, 1.0))));

    assertThat(result.rejected()).isEmpty();
    assertThat(result.images())
        .allSatisfy(
            image -> {
              assertThat(image.intensity()).isEqualTo(0.01);
              assertThat(image.checkpoint()).as("the task's own").isNull();
              assertThat(image.quality().identity()).isGreaterThanOrEqualTo(ALIKE);
              assertThat(image.quality().target()).as("nothing measures it").isNull();
            });
  }

  @Test
  void anotherCheckpointIsNamedByTheImageThatItGenerated() throws Exception {
    ImagesSynthesised result =
        photo(new QualityGate(null, embedder, null, ALIKE, List.of(new Option(other, 0.01))));

    SynthesisedImage image = result.images().get(0);
    assertThat(image.checkpoint()).isEqualTo(other.manifest().sha256());
    assertThat(PngTexts.of(store.read(image.image())))
        .containsEntry("checkpoint", other.manifest().sha256());
  }

  @Test
  void whatNoOptionMakesGoodEnoughIsRejectedWithWhatWasMeasuredEachTime() throws Exception {
    ImagesSynthesised result =
        photo(
            new QualityGate(
                classifier, null, 1.0, null, List.of(FAINT, new Option(other, null), FAINT)));

    assertThat(result.images()).isEmpty();
    assertThat(result.count()).isZero();
    assertThat(result.rejected())
        .extracting(RejectedImage::expression)
        .containsExactlyElementsOf(TinyDataset.LABELS);
    for (RejectedImage image : result.rejected()) {
      assertThat(image.attempts()).hasSize(4);
      assertThat(image.attempts().get(1)).isEqualTo(image.attempts().get(3));
      assertThat(image.attempts().get(0)).isNotEqualTo(image.attempts().get(1));
    }
    RgbImage sheet = Png.decode(store.read(result.contactSheet()));
    assertThat(sheet.width()).as("what was rejected can be seen").isEqualTo(4 * TinyDataset.SIZE);
  }

  @Test
  void labelThatNobodyCanJudgeIsAnErrorWhereItMustBeReached() throws IOException {
    PrefixRef few =
        TinyClassifier.publish(
            store, folder.resolve("few"), TinyDataset.trainingImages(List.of("neutral", "happy")));

    assertThatThrownBy(() -> photo(new QualityGate(few, null, 0.1, null, List.of())))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.code()).isEqualTo("label-not-judged"))
        .hasMessageContaining("'sad'");
  }

  @Test
  void classifierThatGivesNoNumbersMeasuresNothing() throws IOException {
    Path weights = folder.resolve("diverged");
    TinyClassifier.publish(store, weights, TinyDataset.trainingImages(TinyDataset.LABELS));
    PrefixRef diverged = TinyClassifier.publishDiverged(store, weights);

    assertThatThrownBy(() -> photo(new QualityGate(diverged, null, null, null, List.of())))
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.code()).isEqualTo("not-measurable"));
  }

  @Test
  void itemsOfBulkPassTheSameGateAndRejectsAreCounted() throws Exception {
    double between = thresholdBetween();

    ItemsSynthesised result =
        (ItemsSynthesised)
            TestEngine.handle(
                store,
                work,
                new Attempt(
                    items(new QualityGate(classifier, null, between, null, List.of())),
                    store,
                    work));

    assertThat(result.synthesised()).isEqualTo(2);
    assertThat(result.rejected()).isEqualTo(2);
    assertThat(result.failed()).isZero();
    List<SynthesisedItem> done =
        JsonLines.values(store.read(result.results()), SynthesisedItem.class);
    assertThat(done).extracting(SynthesisedItem::customId).containsExactly("item-1", "item-2");
    for (SynthesisedItem item : done) {
      assertThat(item.images()).isNotEmpty();
      assertThat(item.rejected()).isNotEmpty();
      assertThat(item.images().size() + item.rejected().size()).isEqualTo(3);
      item.images()
          .forEach(image -> assertThat(image.quality().target()).isGreaterThanOrEqualTo(between));
      item.rejected()
          .forEach(image -> assertThat(image.attempts().get(0).target()).isLessThan(between));
    }
    assertThat(result.images()).isEqualTo(done.stream().mapToInt(i -> i.images().size()).sum());
  }

  @Test
  void whatWasGoodEnoughIsTakenOverAndWhatWasNotIsTriedAgain() throws Exception {
    double between = thresholdBetween();
    SynthesiseItems task = items(new QualityGate(classifier, null, between, null, List.of()));
    MadeItems made = new MadeItems(store, "maker " + UUID.randomUUID());
    Attempt first = new Attempt(task, store, work);
    List<SynthesisedItem> before = done(TestEngine.handle(store, work, first, made));

    List<SynthesisedItem> again =
        done(TestEngine.handle(store, work, new Attempt(task, store, work), made));

    assertThat(again).extracting(SynthesisedItem::reusedFrom).containsOnly(first.task().taskId());
    assertThat(again.get(0).images())
        .extracting(SynthesisedItem.Image::expression, SynthesisedItem.Image::quality)
        .containsExactlyElementsOf(
            before.get(0).images().stream()
                .map(image -> tuple(image.expression(), image.quality()))
                .toList());
    assertThat(again.get(0).rejected())
        .isNotEmpty()
        .extracting(RejectedImage::expression)
        .isEqualTo(before.get(0).rejected().stream().map(RejectedImage::expression).toList());
  }

  private static List<SynthesisedItem> done(TaskResult result) {
    return JsonLines.values(
        store.read(((ItemsSynthesised) result).results()), SynthesisedItem.class);
  }

  /** Between what the first line's images reach: at least one passes, one does not. */
  private double thresholdBetween() throws Exception {
    List<Double> reached =
        photo(new QualityGate(classifier, null, null, null, List.of())).images().stream()
            .map(image -> image.quality().target())
            .sorted()
            .toList();
    return (reached.get(0) + reached.get(2)) / 2;
  }

  private ImagesSynthesised photo(QualityGate gate) throws Exception {
    SynthesisePhoto task =
        new SynthesisePhoto(crop, checkpoint, List.of(), null, List.of(), null, null, gate, null);
    return (ImagesSynthesised) TestEngine.handle(store, work, new Attempt(task, store, work));
  }

  /** The same face twice. */
  private SynthesiseItems items(QualityGate gate) throws IOException {
    List<PreparedItem> items = new ArrayList<>();
    Path tar = work.resolve("crops.tar");
    try (TarWriter writer = new TarWriter(tar)) {
      for (int line = 1; line <= 2; line++) {
        PreparedItem item =
            new PreparedItem(
                line,
                "item-" + line,
                crop.sha256(),
                new FaceBox(1, 2, 3, 4, 0),
                "expression",
                TinyDataset.LABELS,
                List.of());
        items.add(item);
        writer.add(item.cropName(), store.read(crop));
      }
    }
    String prefix = "tasks/" + UUID.randomUUID() + "/1/a/";
    return new SynthesiseItems(
        store.put(Bucket.SYNTHESES, prefix + "crops.tar", tar, "application/x-tar"),
        store.put(Bucket.SYNTHESES, prefix + "items.jsonl", JsonLines.bytes(items), JsonLines.TYPE),
        items.size(),
        checkpoint,
        null,
        gate,
        null);
  }

  private static ExpressionClassifier load(String name) {
    return ExpressionClassifier.load(folder.resolve(name), Device.cpu());
  }
}
