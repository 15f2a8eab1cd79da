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
import io.mien.networks.stargan.Generator;
import io.mien.networks.stargan.GeneratorSpec;
import io.mien.networks.stargan.GeneratorStart;
import io.mien.networks.stargan.LabelInjection;
import io.mien.networks.stargan.OutputHead;
import io.mien.networks.stargan.Upsampling;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
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

  private static NDArray run(Path file, NDArray x, NDArray condition, NDManager manager)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString());
        OnnxTensor image = tensor(environment, x);
        OnnxTensor label = tensor(environment, condition);
        OrtSession.Result result = session.run(Map.of("image", image, "condition", label))) {
      OnnxTensor first = (OnnxTensor) result.get(0);
      Shape shape = new Shape(first.getInfo().getShape());
      FloatBuffer values = first.getFloatBuffer();
      return manager.create(values, shape, DataType.FLOAT32);
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
