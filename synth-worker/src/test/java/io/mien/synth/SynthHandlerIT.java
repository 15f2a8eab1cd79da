package io.mien.synth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.djl.Device;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.SynthesisManifest;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.store.dataset.Crop;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.json.WireJson;
import io.mien.store.minio.MinioObjectStore;
import io.mien.testkit.PixelBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthHandlerIT {

  private static final int PEOPLE = 4;
  private static final int CROPS = PEOPLE * TinyDataset.LABELS.size();

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static PrefixRef dataset;
  private static PrefixRef checkpoint;
  private static Path checkpointFolder;

  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    dataset = TinyDataset.publish(store, folder.resolve("dataset"), Map.of(Split.TEST, PEOPLE));
    checkpointFolder = folder.resolve("checkpoint");
    checkpoint = TinyGenerator.publish(store, checkpointFolder, TinyDataset.LABELS);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void everyCropGetsEveryExpression() throws Exception {
    ImagesSynthesised result = synthesise(request(List.of(), 0));

    assertThat(result.count()).isEqualTo(CROPS * 3);
    SynthesisManifest manifest = manifest(result);
    assertThat(manifest.checkpoint()).isEqualTo(checkpoint);
    assertThat(manifest.expressions()).isEqualTo(TinyDataset.LABELS);
    assertThat(manifest.count()).isEqualTo(CROPS * 3);
    assertThat(manifest.terms()).isEqualTo(UsageTerms.UNKNOWN.and(TinyDataset.TERMS));
    List<String> wanted = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (Crop crop : crops()) {
      TinyDataset.LABELS.forEach(target -> wanted.add(line(crop.record(), target)));
    }
    for (SynthesisedImage item : items(manifest)) {
      found.add(
          "%s %s %s %s".formatted(item.crop(), item.subject(), item.source(), item.expression()));
    }
    assertThat(found).containsExactlyElementsOf(wanted);
    RgbImage sheet = Png.decode(store.read(result.contactSheet()));
    assertThat(List.of(sheet.width(), sheet.height()))
        .containsExactly(4 * TinyDataset.SIZE, CROPS * TinyDataset.SIZE);
  }

  @Test
  void everyImageSaysThatItIsGeneratedAndFromWhat() throws Exception {
    Map<String, String> digests = new HashMap<>();
    crops().forEach(crop -> digests.put(crop.record().key(), crop.record().sha256()));

    for (SynthesisedImage item : items(manifest(synthesise(request(List.of(), 0))))) {
      assertThat(PngTexts.of(store.read(item.image())))
          .as(item.image().key())
          .containsOnly(
              Map.entry(
                  "digitalSourceType",
                  "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"),
              Map.entry("Software", "Mien"),
              Map.entry("expression", item.expression()),
              Map.entry("checkpoint", checkpoint.manifest().sha256()),
              Map.entry("source", digests.get(item.crop())),
              Map.entry("licence", "CC-BY-NC-4.0"),
              Map.entry("commercialUse", "forbidden"));
    }
  }

  @Test
  void picturesAreThoseOfTheCheckpointsGenerator() throws Exception {
    List<SynthesisedImage> items = items(manifest(synthesise(request(List.of("sad", "happy"), 0))));

    assertThat(items).hasSize(CROPS * 2);
    try (ExpressionGenerator generator = ExpressionGenerator.load(checkpointFolder, Device.cpu())) {
      List<Crop> crops = crops();
      for (int i = 0; i < items.size(); i++) {
        RgbImage face = Png.decode(crops.get(i / 2).png());
        String target = i % 2 == 0 ? "sad" : "happy";
        assertThat(items.get(i).expression()).isEqualTo(target);
        RgbImage alone = generator.translate(List.of(face), List.of(target)).get(0);
        byte[] drawn = Png.decode(store.read(items.get(i).image())).rgb();
        assertThat(PixelBytes.greatestDifference(alone.rgb(), drawn)).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void aLimitTakesEveryPersonAndEveryLabelInTurn() throws Exception {
    List<SynthesisedImage> items = items(manifest(synthesise(request(List.of("happy"), PEOPLE))));

    assertThat(items).extracting(SynthesisedImage::subject).hasSize(PEOPLE).doesNotHaveDuplicates();
  }

  @Test
  void aPhotoGetsItsExpressionsListedInTheResult() throws Exception {
    ObjectRef photo = upload(crops().get(0).png());

    ImagesSynthesised result =
        synthesise(new SynthesisePhoto(photo, checkpoint, List.of("sad", "neutral")));

    assertThat(result.images())
        .extracting(SynthesisedImage::expression)
        .containsExactly("sad", "neutral");
    assertThat(items(manifest(result))).isEqualTo(result.images());
    assertThat(PngTexts.of(store.read(result.images().get(0).image())))
        .containsEntry("expression", "sad")
        .containsEntry("source", photo.sha256());
  }

  @Test
  void anUnknownExpressionIsRefusedAndTheKnownOnesAreNamed() throws Exception {
    ObjectRef photo = upload(crops().get(0).png());

    for (TaskSpec task :
        List.of(
            request(List.of("happy", "bored"), 0),
            new SynthesisePhoto(photo, checkpoint, List.of("bored")))) {
      InvalidInput refused = refusal(task);
      assertThat(refused.code()).isEqualTo("unknown-expression");
      assertThat(refused)
          .hasMessageContaining("'bored'")
          .hasMessageContaining("[neutral, happy, sad]");
    }
  }

  @Test
  void aCheckpointThatIsMissingOrDamagedIsRefused(@TempDir Path other) throws Exception {
    PrefixRef lost = TinyGenerator.publish(store, other, TinyDataset.LABELS);
    TaskSpec task = new SynthesiseDataset(dataset, Split.TEST, lost, List.of(), 0);

    String weights = lost.prefix() + "generator.safetensors";
    store.put(Bucket.MODELS, weights, "damaged".getBytes(UTF_8), "application/octet-stream");
    assertThat(refusal(task).code()).isEqualTo("object-corrupt");
    store.delete(Bucket.MODELS, lost.manifest().key());
    assertThat(refusal(task).code()).isEqualTo("object-missing");
    assertThat(refusal(task)).hasMessageContaining(lost.manifest().key());
  }

  @Test
  void facesOfAnotherSizeThanTheCheckpointsAreRefused() throws Exception {
    RgbImage large = new RgbImage(32, 32, new byte[3 * 32 * 32]);
    TaskSpec task = new SynthesisePhoto(upload(Png.encode(large)), checkpoint, List.of());

    InvalidInput refused = refusal(task);

    assertThat(refused.code()).isEqualTo("image-size-mismatch");
    assertThat(refused).hasMessageContaining("32").hasMessageContaining("16");
  }

  @Test
  void aPartWithoutCropsIsRefused() {
    InvalidInput refused =
        refusal(new SynthesiseDataset(dataset, Split.VALIDATION, checkpoint, List.of(), 0));

    assertThat(refused.code()).isEqualTo("split-empty");
  }

  @Test
  void aStoppedSynthesisPublishesNothing() {
    Attempt attempt = new Attempt(request(List.of(), 0), store, work).stoppingAfter(1);

    assertThatThrownBy(() -> TestEngine.handle(store, work, attempt)).isInstanceOf(Cancelled.class);

    assertThat(store.size(Bucket.SYNTHESES, attempt.prefix() + "synthesis.json")).isEmpty();
  }

  private static SynthesiseDataset request(List<String> expressions, int limit) {
    return new SynthesiseDataset(dataset, Split.TEST, checkpoint, expressions, limit);
  }

  private ImagesSynthesised synthesise(TaskSpec task) throws Exception {
    return (ImagesSynthesised) TestEngine.handle(store, work, new Attempt(task, store, work));
  }

  private InvalidInput refusal(TaskSpec task) {
    Attempt attempt = new Attempt(task, store, work);
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> TestEngine.handle(store, work, attempt));
    assertThat(refused).as("a refusal").isNotNull();
    assertThat(store.size(Bucket.SYNTHESES, attempt.prefix() + "synthesis.json")).isEmpty();
    return refused;
  }

  private static ObjectRef upload(byte[] photo) {
    return store.put(
        Bucket.SYNTHESES, "uploads/" + photo.length + "/photo.png", photo, "image/png");
  }

  private List<Crop> crops() {
    List<Crop> crops = new ArrayList<>();
    PreparedDataset.open(store, dataset, work).forEachCrop(Split.TEST, crops::add);
    return crops;
  }

  private static String line(CropRecord crop, String target) {
    return "%s %s %s %s".formatted(crop.key(), crop.subject(), crop.expression(), target);
  }

  private static SynthesisManifest manifest(ImagesSynthesised result) throws IOException {
    return WireJson.MAPPER.readValue(
        store.read(result.synthesis().manifest()), SynthesisManifest.class);
  }

  private static List<SynthesisedImage> items(SynthesisManifest manifest) throws IOException {
    List<SynthesisedImage> items = new ArrayList<>();
    for (String line : new String(store.read(manifest.items()), UTF_8).lines().toList()) {
      items.add(WireJson.MAPPER.readValue(line, SynthesisedImage.class));
    }
    return items;
  }
}
