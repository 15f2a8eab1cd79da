package io.mien.networks.interchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.golden.Golden;
import io.mien.networks.interchange.ExportFormat;
import io.mien.networks.interchange.GeneratorExport;
import io.mien.networks.interchange.ImportRequest;
import io.mien.networks.interchange.StarGanImport;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.resnet.PixelScale;
import io.mien.networks.resnet.ResNet;
import io.mien.networks.resnet.ResNetSpec;
import io.mien.networks.resnet.Stem;
import io.mien.networks.stargan.Generator;
import io.mien.networks.stargan.GeneratorSpec;
import io.mien.networks.stargan.GeneratorStart;
import io.mien.networks.stargan.LabelInjection;
import io.mien.networks.stargan.OutputHead;
import io.mien.networks.stargan.Upsampling;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxExportTest {
  private static final LabelSpace SEVEN =
      LabelSpace.of(LabelGroup.exclusive(List.of("a", "b", "c", "d", "e", "f", "g")));

  @TempDir Path folder;

  @Test
  void referenceGeneratorRunsInOnnxRuntime() throws OrtException {
    // Given
    ImportRequest request = new ImportRequest(SEVEN.groups(), 32, null, CheckpointNotes.none());
    StarGanImport.run(Golden.file("pytorch-zip-G.ckpt"), request, folder);
    Path file = folder.resolve("generator.onnx");
    Golden io = Golden.load("pytorch-G-io.safetensors");
    // When
    GeneratorExport.run(folder, ExportFormat.ONNX, file);
    // Then
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      NDArray expected = io.array("out.G", manager);
      NDArray y = run(file, io.array("in.x", manager), io.array("in.c", manager), manager);
      assertThat(y.sub(expected).abs().max().getFloat()).isLessThan(1e-4f);
    }
  }

  static Stream<GeneratorSpec> networks() {
    Stream<GeneratorSpec> injections =
        Stream.of(LabelInjection.values())
            .map(injection -> spec(injection, OutputHead.TANH, Upsampling.RESIZE));
    Stream<GeneratorSpec> heads =
        Stream.of(OutputHead.values())
            .map(head -> spec(LabelInjection.CONCAT, head, Upsampling.TRANSPOSED));
    return Stream.concat(injections, heads);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyGeneratorGivesTheSameImages(GeneratorSpec spec) throws IOException, OrtException {
    Path file = folder.resolve("generator.onnx");
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Generator generator = Generator.initialize(spec, SEVEN, manager, 3)) {
      // When
      OnnxExport.write(file, spec, SEVEN.conditions(), generator.parameters(), Map.of());
      // Then: for several batches and sizes
      for (long batch = 1; batch <= 2; batch++) {
        Shape shape = new Shape(batch, 3, 12 + 4 * batch, 16);
        NDArray x = manager.linspace(-1, 1, (int) shape.size()).sin().reshape(shape);
        NDArray c = manager.eye((int) batch, 7, 0, DataType.FLOAT32);
        NDArray difference = run(file, x, c, manager).sub(generator.forward(x, c));
        assertThat(difference.abs().max().getFloat()).isLessThan(1e-4f);
      }
    }
  }

  static Stream<ResNetSpec> classifiers() {
    return Stream.of(
        new ResNetSpec(18, 4, Stem.SMALL),
        new ResNetSpec(34, 4, Stem.STRIDED),
        new ResNetSpec(50, 4, Stem.IMAGENET, PixelScale.IMAGENET));
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void everyClassifierGivesTheSameLogits(ResNetSpec spec) throws IOException, OrtException {
    Path file = folder.resolve("classifier.onnx");
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        ResNet network = ResNet.initialize(spec, 7, manager, 3)) {
      Shape shape = new Shape(4, 3, 64, 64);
      NDArray x = manager.linspace(-1, 1, (int) shape.size()).sin().reshape(shape);
      network.forward(x, Statistics.BATCH).close(); // running statistics other than 0 and 1
      // When
      OnnxExport.write(file, network, Map.of());
      // Then: for several batches
      for (long batch = 1; batch <= 2; batch++) {
        NDArray part = x.get("0:" + batch);
        NDArray expected = network.forward(part, Statistics.RUNNING);
        NDArray difference = run(file, Map.of("image", part), manager).sub(expected);
        assertThat(difference.abs().max().getFloat()).isLessThan(1e-4f);
      }
    }
  }

  private static NDArray run(Path file, NDArray x, NDArray condition, NDManager manager)
      throws OrtException {
    return run(file, Map.of("image", x, "condition", condition), manager);
  }

  private static NDArray run(Path file, Map<String, NDArray> inputs, NDManager manager)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, OnnxTensor> tensors = new HashMap<>();
    for (Map.Entry<String, NDArray> input : inputs.entrySet()) {
      tensors.put(input.getKey(), tensor(environment, input.getValue()));
    }
    try (OrtSession session = environment.createSession(file.toString());
        OrtSession.Result result = session.run(tensors)) {
      OnnxTensor first = (OnnxTensor) result.get(0);
      Shape shape = new Shape(first.getInfo().getShape());
      FloatBuffer values = first.getFloatBuffer();
      return manager.create(values, shape, DataType.FLOAT32);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private static OnnxTensor tensor(OrtEnvironment environment, NDArray values) throws OrtException {
    FloatBuffer buffer = FloatBuffer.wrap(values.toFloatArray());
    return OnnxTensor.createTensor(environment, buffer, values.getShape().getShape());
  }

  private static GeneratorSpec spec(LabelInjection injection, OutputHead head, Upsampling up) {
    return new GeneratorSpec(4, 1, injection, head, up, 5, GeneratorStart.standard());
  }
}
