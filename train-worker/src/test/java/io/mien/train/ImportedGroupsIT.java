package io.mien.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.CheckpointImported;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.task.ImportCheckpoint;
import io.mien.contracts.task.ImportedLabels;
import io.mien.contracts.task.ImportedNetwork;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.PixelArrays;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.inference.KnownFace;
import io.mien.store.ObjectSet;
import io.mien.store.minio.MinioObjectStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generators of attributes, and of several groups jointly, that PyTorch trained. */
class ImportedGroupsIT {

  private static final ImportedLabels ATTRIBUTES =
      new ImportedLabels(
          "attributes", List.of("Black_Hair", "Blond_Hair", "Brown_Hair", "Male", "Young"));
  private static final ImportedLabels EXPRESSIONS =
      new ImportedLabels(
          "expression",
          List.of("angry", "disgusted", "fearful", "happy", "neutral", "sad", "surprised"));
  private static final String JOINT = "stargan-joint.safetensors";

  /** The joint file's first step whose batch is of the second dataset; no generator step before. */
  private static final String STEP = "step1.";

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

  @Test
  void aJointGeneratorDrawsWhatPytorchDraws() throws Exception {
    // Given
    CheckpointImported result = imported(JOINT, ATTRIBUTES, EXPRESSIONS);
    assertThat(result.summary().labels()).isEqualTo(ATTRIBUTES.names());
    assertThat(result.summary().groups())
        .containsExactly(
            new LabelSet("attributes", false, ATTRIBUTES.names()),
            new LabelSet("expression", true, EXPRESSIONS.names()));
    Safetensors golden = Safetensors.read(PytorchFiles.of(JOINT));
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        NDArray pictures = golden.array(STEP + "in.x_real", manager);
        NDArray targets = golden.array(STEP + "in.label_trg", manager);
        NDArray drawn = golden.array(STEP + "out.G_fake", manager);
        ExpressionGenerator generator = ExpressionGenerator.load(download(result), Device.cpu())) {
      // When
      List<KnownFace> faces = PixelArrays.toImages(pictures).stream().map(KnownFace::of).toList();
      List<RgbImage> found = generator.translate("expression", faces, names(targets));
      // Then: but for the 8 bits of the pictures
      assertThat(meanDifference(found, PixelArrays.toImages(drawn))).isLessThan(1);
    }
  }

  private static List<String> names(NDArray targets) {
    return LongStream.of(targets.toLongArray())
        .mapToObj(label -> EXPRESSIONS.names().get((int) label))
        .toList();
  }

  private static double meanDifference(List<RgbImage> found, List<RgbImage> expected) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < expected.size(); i++) {
      byte[] here = found.get(i).rgb();
      byte[] there = expected.get(i).rgb();
      for (int at = 0; at < there.length; at++) {
        sum += Math.abs((here[at] & 0xFF) - (there[at] & 0xFF));
        count++;
      }
    }
    return sum / count;
  }

  @Test
  void anAttributeGeneratorEditsWhatAPhotoHolds() throws Exception {
    CheckpointImported result = imported("stargan-attributes.safetensors", ATTRIBUTES);

    try (ExpressionGenerator generator = ExpressionGenerator.load(download(result), Device.cpu())) {
      assertThat(generator.labels().alternatives())
          .containsExactly(List.of("Black_Hair", "Blond_Hair", "Brown_Hair"));
      assertThat(blond(generator, "Black_Hair", "Male"))
          .as("one hair colour clears the others")
          .isEqualTo(blond(generator, "Brown_Hair", "Male"))
          .isNotEqualTo(blond(generator, "Brown_Hair"));
    }
  }

  private static byte[] blond(ExpressionGenerator generator, String... holding) {
    byte[] rgb = new byte[3 * 16 * 16];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i * 31 % 251);
    }
    KnownFace face =
        new KnownFace(
            new RgbImage(16, 16, rgb),
            Map.of("attributes", generator.labels().held(List.of(holding))));
    return generator.translate("attributes", List.of(face), List.of("Blond_Hair")).get(0).rgb();
  }

  @Test
  void labelsThatDoNotFitAreCounted() {
    assertThat(refusal(JOINT, EXPRESSIONS))
        .hasMessageContaining("stargan-joint.safetensors holds a generator of 14 conditions")
        .hasMessageContaining("7 labels make 7 (7 of expression)");
    assertThat(refusal("stargan-attributes.safetensors", ATTRIBUTES, EXPRESSIONS))
        .hasMessageContaining("a generator of 5 conditions")
        .hasMessageContaining("make 14 (5 of attributes + 7 of expression + a mask of 2");
  }

  private CheckpointImported imported(String file, ImportedLabels... groups) throws Exception {
    return (CheckpointImported) handler.handle(Attempt.of(task(file, groups), store, work));
  }

  private InvalidInput refusal(String file, ImportedLabels... groups) {
    Attempt attempt = Attempt.of(task(file, groups), store, work);
    InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> handler.handle(attempt));
    assertThat(refused.code()).isEqualTo("import-refused");
    return refused;
  }

  private static ImportCheckpoint task(String file, ImportedLabels... groups) {
    ObjectRef uploaded =
        store.put(
            Bucket.MODELS, "uploads/" + file, PytorchFiles.of(file), "application/octet-stream");
    return new ImportCheckpoint(
        uploaded,
        file,
        ImportedNetwork.GENERATOR,
        groups[0].names(),
        new CropRecipe("cascade-v1", 16, 0.25, true),
        "init.G",
        "MIT",
        null,
        List.of(groups),
        null);
  }

  private Path download(CheckpointImported result) {
    Path target = work.resolve("downloaded");
    ObjectSet.download(store, result.checkpoint(), target);
    return target;
  }
}
