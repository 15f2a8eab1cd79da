package io.mien.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.CheckpointExported;
import io.mien.contracts.result.CheckpointImported;
import io.mien.contracts.result.FaceGanTrained;
import io.mien.contracts.task.CheckpointFormat;
import io.mien.contracts.task.ExportCheckpoint;
import io.mien.contracts.task.FaceGanMethod;
import io.mien.contracts.task.ImportCheckpoint;
import io.mien.contracts.task.ImportedNetwork;
import io.mien.contracts.task.TrainFaceGan;
import io.mien.contracts.task.TrainingRequest;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.interchange.TensorFile;
import io.mien.networks.interchange.tensor.TensorGroup;
import io.mien.store.minio.MinioObjectStore;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checkpoints become files that other programs read. */
class ExportIT {

  private static final List<String> SEVEN = List.of("a", "b", "c", "d", "e", "f", "g");
  private static final String GENERATOR = PytorchFiles.GENERATORS.get(0);

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

  @ParameterizedTest
  @EnumSource(value = CheckpointFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "ONNX")
  void weightsAreThoseThatCameInUnderTheSameNames(CheckpointFormat format) throws Exception {
    PrefixRef checkpoint = imported(GENERATOR, ImportedNetwork.GENERATOR, null);

    Path file = download(exported(checkpoint, format));

    TensorGroup expected = TensorFile.read(PytorchFiles.of(GENERATOR)).get(0);
    TensorGroup written = TensorFile.read(file).get(0);
    assertThat(written.tensors().keySet()).isEqualTo(expected.tensors().keySet());
    expected.tensors().keySet().stream()
        .filter(name -> name.endsWith("weight") || name.endsWith("bias"))
        .forEach(
            name -> assertThat(written.values(name)).as(name).isEqualTo(expected.values(name)));
  }

  @Test
  void onnxRuntimeDrawsWhatPytorchDraws() throws Exception {
    PrefixRef checkpoint = imported(GENERATOR, ImportedNetwork.GENERATOR, null);

    Path file = download(exported(checkpoint, CheckpointFormat.ONNX));

    Safetensors io = Safetensors.read(PytorchFiles.of(PytorchFiles.GENERATOR_IO));
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      float[] drawn = run(file, io.array("in.x", manager), io.array("in.c", manager));
      float[] expected = io.array("out.G", manager).toFloatArray();
      assertThat(drawn).hasSameSizeAs(expected);
      float furthest = 0;
      for (int i = 0; i < drawn.length; i++) {
        furthest = Math.max(furthest, Math.abs(drawn[i] - expected[i]));
      }
      assertThat(furthest).isLessThan(1e-4f);
    }
  }

  @ParameterizedTest
  @EnumSource(CheckpointFormat.class)
  void aClassifierIsExportedToo(CheckpointFormat format) throws Exception {
    PrefixRef checkpoint = imported(PytorchFiles.CLASSIFIER, ImportedNetwork.CLASSIFIER, "init");
    Attempt attempt = Attempt.of(new ExportCheckpoint(checkpoint, format), store, work);

    CheckpointExported result = (CheckpointExported) handler.handle(attempt);

    assertThat(result.file().key())
        .isEqualTo(attempt.prefix() + "export/classifier." + format.extension());
    assertThat(result.file().bytes()).isGreaterThan(10_000);
  }

  @Test
  void aFaceGeneratorIsNotExported(@TempDir Path folder) throws Exception {
    PrefixRef dataset = UnlabelledFaces.publish(store, folder, 4);
    Map<String, Object> narrow = Map.of("latent", 4, "generatorWidth", 4, "criticWidth", 4);
    TrainingRequest training =
        new TrainingRequest(
            Map.of("imageSize", 32, "batchSize", 4, "iterations", 1, "network", narrow), 0, 0, 0);
    Attempt attempt =
        Attempt.of(new TrainFaceGan(dataset, FaceGanMethod.DCGAN, training), store, work);
    PrefixRef checkpoint = ((FaceGanTrained) handler.handle(attempt)).checkpoint();

    assertThatThrownBy(() -> exported(checkpoint, CheckpointFormat.ONNX))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.code()).isEqualTo("checkpoint-not-exported"));
  }

  private PrefixRef imported(String name, ImportedNetwork network, @Nullable String part)
      throws Exception {
    ObjectRef uploaded =
        store.put(
            Bucket.MODELS, "uploads/" + name, PytorchFiles.of(name), "application/octet-stream");
    CropRecipe recipe = new CropRecipe("cascade-v1", 32, 0.25, true);
    ImportCheckpoint task =
        new ImportCheckpoint(uploaded, name, network, SEVEN, recipe, part, "MIT");
    return ((CheckpointImported) handler.handle(Attempt.of(task, store, work))).checkpoint();
  }

  private ObjectRef exported(PrefixRef checkpoint, CheckpointFormat format) throws Exception {
    Attempt attempt = Attempt.of(new ExportCheckpoint(checkpoint, format), store, work);
    CheckpointExported result = (CheckpointExported) handler.handle(attempt);
    assertThat(result.format()).isEqualTo(format);
    assertThat(result.file().key())
        .isEqualTo(attempt.prefix() + "export/generator." + format.extension());
    return result.file();
  }

  private Path download(ObjectRef file) throws IOException {
    Path target = work.resolve("exported");
    store.download(file, target);
    return target;
  }

  private static float[] run(Path model, NDArray x, NDArray condition) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model.toString());
        OnnxTensor image = tensor(environment, x);
        OnnxTensor label = tensor(environment, condition);
        OrtSession.Result result = session.run(Map.of("image", image, "condition", label))) {
      FloatBuffer drawn = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] values = new float[drawn.remaining()];
      drawn.get(values);
      return values;
    }
  }

  private static OnnxTensor tensor(OrtEnvironment environment, NDArray values) throws OrtException {
    FloatBuffer buffer = FloatBuffer.wrap(values.toFloatArray());
    return OnnxTensor.createTensor(environment, buffer, values.getShape().getShape());
  }
}
