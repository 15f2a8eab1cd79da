package io.mien.train;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.CheckpointImported;
import io.mien.contracts.task.ImportCheckpoint;
import io.mien.contracts.task.ImportedNetwork;
import io.mien.contracts.task.InputPixels;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.resnet.PixelScale;
import io.mien.networks.resnet.ResNetSpec;
import io.mien.store.ObjectSet;
import io.mien.store.json.WireJson;
import io.mien.store.minio.MinioObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of other programs become checkpoints, or are refused with what to change. */
class ImportIT {

  private static final List<String> SEVEN =
      List.of("angry", "disgusted", "fearful", "happy", "neutral", "sad", "surprised");
  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 32, 0.25, true);

  private static MinioObjectStore store;
  private static TrainHandler handler;

  @TempDir Path work;

  @BeforeAll
  static void open() {
    store = TestStore.open();
    handler = new TrainHandler(store, "cpu", 1);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  static Stream<String> generators() {
    return PytorchFiles.GENERATORS.stream();
  }

  @ParameterizedTest
  @MethodSource("generators")
  void aGeneratorOfPytorchBecomesACheckpointThatDraws(String name) throws Exception {
    CheckpointImported result = imported(generator(PytorchFiles.of(name), SEVEN, null));

    assertThat(result.summary().network()).isEqualTo("stargan");
    assertThat(result.summary().imageSize()).isEqualTo(32);
    assertThat(result.summary().labels()).isEqualTo(SEVEN);
    assertThat(result.summary().recipe()).isEqualTo(RECIPE);
    Path folder = download(result);
    CheckpointNotes notes =
        CheckpointDirectory.open(folder, NetworkKind.STARGAN).manifest().notes();
    assertThat(notes.licence()).isEqualTo("MIT");
    assertThat(WireJson.MAPPER.treeToValue(notes.crop(), CropRecipe.class)).isEqualTo(RECIPE);
    try (ExpressionGenerator generator = ExpressionGenerator.load(folder, Device.cpu())) {
      List<RgbImage> faces = generator.all(face());
      assertThat(generator.labels().names()).isEqualTo(SEVEN);
      assertThat(faces.stream().map(face -> Arrays.hashCode(face.rgb())).distinct())
          .as("every expression is another picture")
          .hasSize(SEVEN.size());
    }
  }

  @Test
  void aClassifierOfPytorchBecomesACheckpointThatJudges() throws Exception {
    ImportCheckpoint task =
        task(PytorchFiles.of(PytorchFiles.CLASSIFIER), ImportedNetwork.CLASSIFIER, SEVEN, "init");

    CheckpointImported result = imported(task);

    assertThat(result.summary().network()).isEqualTo("resnet18");
    try (ExpressionClassifier judge = ExpressionClassifier.load(download(result), Device.cpu())) {
      float[] probabilities = judge.probabilities(List.of(face()))[0];
      assertThat(judge.labels().names()).isEqualTo(SEVEN);
      float sum = 0;
      for (float probability : probabilities) {
        sum += probability;
      }
      assertThat(sum).isCloseTo(1, within(1e-5f));
    }
  }

  @Test
  void aClassifierOfTorchvisionSeesPixelsOnItsScale() throws Exception {
    ImportCheckpoint symmetric =
        task(PytorchFiles.of(PytorchFiles.CLASSIFIER), ImportedNetwork.CLASSIFIER, SEVEN, "init");
    ImportCheckpoint imagenet =
        new ImportCheckpoint(
            symmetric.file(),
            symmetric.fileName(),
            symmetric.network(),
            SEVEN,
            RECIPE,
            "init",
            "MIT",
            InputPixels.IMAGENET,
            List.of(),
            null);

    Path folder = download(imported(imagenet));

    ResNetSpec spec =
        CheckpointDirectory.open(folder, NetworkKind.CLASSIFIER)
            .training("network", ResNetSpec.class);
    assertThat(spec.pixels()).isEqualTo(PixelScale.IMAGENET);
    float[] onItsScale = judged(folder);
    float[] asTheyAre = judged(download(imported(symmetric)));
    assertThat(onItsScale[0]).isNotCloseTo(asTheyAre[0], within(1e-5f));
  }

  private static float[] judged(Path folder) {
    try (ExpressionClassifier judge = ExpressionClassifier.load(folder, Device.cpu())) {
      return judge.probabilities(List.of(face()))[0];
    }
  }

  @Test
  void aHostileFileIsRefusedByWhatItWantsAndNothingIsPublished() throws IOException {
    Path hostile = Files.write(work.resolve("gift.pth"), PytorchFiles.HOSTILE);

    InvalidInput refused = refusal(generator(hostile, SEVEN, null));

    assertThat(refused.code()).isEqualTo("import-refused");
    assertThat(refused)
        .hasMessageContaining("gift.pth")
        .hasMessageContaining("os.system")
        .hasMessageContaining("can run programs")
        .hasMessageNotContaining(work.toString());
  }

  @Test
  void filesThatHoldSomethingElseAreRefused() throws IOException {
    byte[] whole = Files.readAllBytes(PytorchFiles.of(PytorchFiles.GENERATORS.get(0)));
    Path half = Files.write(work.resolve("half.pth"), Arrays.copyOf(whole, whole.length / 2));
    Path text = Files.writeString(work.resolve("notes.txt"), "no weights here");

    assertThat(refusal(generator(half, SEVEN, null))).hasMessageContaining("half.pth is cut off");
    assertThat(refusal(generator(text, SEVEN, null))).hasMessageContaining("neither");
    assertThat(refusal(generator(PytorchFiles.of(PytorchFiles.CLASSIFIER), SEVEN, null)))
        .hasMessageContaining("torchvision ResNet");
  }

  @Test
  void labelsAndPartsThatDoNotFitAreRefusedWithThoseThatDo() {
    Path generator = PytorchFiles.of(PytorchFiles.GENERATORS.get(0));
    Path several = PytorchFiles.of(PytorchFiles.SEVERAL);

    assertThat(refusal(generator(generator, SEVEN.subList(0, 5), null)))
        .hasMessageContaining("7 conditions")
        .hasMessageContaining("5 labels");
    assertThat(refusal(generator(several, SEVEN, null)))
        .hasMessageContaining("'init.G'")
        .hasMessageContaining("'final.G'");
    assertThat(refusal(generator(generator, List.of("happy", "happy"), null)))
        .hasMessageContaining("differ");
  }

  @Test
  void aFileThatIsGoneOrHasChangedIsRefused() {
    ImportCheckpoint task = generator(PytorchFiles.of(PytorchFiles.SEVERAL), SEVEN, null);
    ObjectRef file = task.file();
    store.put(file.bucket(), file.key(), "other".getBytes(UTF_8), "application/octet-stream");
    assertThat(refusal(task).code()).isEqualTo("object-corrupt");
    store.delete(file.bucket(), file.key());
    assertThat(refusal(task).code()).isEqualTo("object-missing");
  }

  private static ImportCheckpoint generator(Path file, List<String> labels, @Nullable String part) {
    return task(file, ImportedNetwork.GENERATOR, labels, part);
  }

  private static ImportCheckpoint task(
      Path file, ImportedNetwork network, List<String> labels, @Nullable String part) {
    String name = String.valueOf(file.getFileName());
    ObjectRef uploaded =
        store.put(Bucket.MODELS, "uploads/" + name, file, "application/octet-stream");
    return new ImportCheckpoint(uploaded, name, network, labels, RECIPE, part, "MIT");
  }

  private CheckpointImported imported(ImportCheckpoint task) throws Exception {
    return (CheckpointImported) handler.handle(Attempt.of(task, store, work));
  }

  private InvalidInput refusal(ImportCheckpoint task) {
    Attempt attempt = Attempt.of(task, store, work);
    InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> handler.handle(attempt));
    assertThat(refused).as("a refusal").isNotNull();
    assertThat(store.size(Bucket.MODELS, attempt.prefix() + "checkpoint/checkpoint.json"))
        .isEmpty();
    return refused;
  }

  private Path download(CheckpointImported result) {
    Path target = work.resolve("downloaded");
    ObjectSet.download(store, result.checkpoint(), target);
    return target;
  }

  private static RgbImage face() {
    byte[] rgb = new byte[3 * 32 * 32];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i * 31 % 251);
    }
    return new RgbImage(32, 32, rgb);
  }
}
