package io.mien.networks.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.golden.Golden;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.interchange.tensor.TensorGroup;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.stargan.Generator;
import io.mien.networks.stargan.GeneratorSpec;
import io.mien.networks.stargan.GeneratorStart;
import io.mien.networks.stargan.LabelInjection;
import io.mien.networks.stargan.OutputHead;
import io.mien.networks.stargan.Upsampling;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ForeignGeneratorTest {
  private static final String ZIP = "pytorch-zip-G.ckpt";

  @TempDir Path folder;

  static Stream<String> pytorchFiles() {
    return Golden.named("pytorch-", ".ckpt");
  }

  @ParameterizedTest
  @MethodSource("pytorchFiles")
  void importedGeneratorReproducesPytorch(String name) {
    // Given
    Golden io = Golden.load("pytorch-G-io.safetensors");
    ImportRequest request = request(io.number("c_dim"), io.number("image_size"), null);
    // When
    CheckpointDirectory checkpoint = StarGanImport.run(Golden.file(name), request, folder);
    // Then
    assertThat(checkpoint.training("generator", GeneratorSpec.class))
        .isEqualTo(GeneratorSpec.faithful(io.number("conv_dim"), io.number("g_repeat_num")));
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Generator generator =
            Generator.initialize(
                checkpoint.training("generator", GeneratorSpec.class),
                checkpoint.manifest().labelSpace(),
                manager,
                0)) {
      CheckpointDirectory.restore(
          generator.parameters(), checkpoint.read(ExpressionGenerator.FILE), "");
      NDArray y = generator.forward(io.array("in.x", manager), io.array("in.c", manager));
      assertThat(Golden.distance(y, io.array("out.G", manager))).isLessThan(1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource(LabelInjection.class)
  void dimensionsAreInferredFromShapes(LabelInjection injection) throws IOException {
    for (OutputHead head : List.of(OutputHead.TANH, OutputHead.ATTENTION)) {
      // Given
      GeneratorSpec spec =
          new GeneratorSpec(4, 1, injection, head, Upsampling.RESIZE, 5, GeneratorStart.standard());
      Path file = folder.resolve("G.safetensors");
      try (NDManager manager = TorchRuntime.start().newBaseManager();
          Generator generator =
              Generator.initialize(
                  spec, new LabelSpace(request(6, 16, null).labels()), manager, 1)) {
        Safetensors.write(file, generator.parameters().asMap(), Map.of());
      }
      // When
      CheckpointDirectory read =
          StarGanImport.run(file, request(6, 16, null), folder.resolve("checkpoint"));
      // Then
      assertThat(read.training("generator", GeneratorSpec.class)).isEqualTo(spec);
    }
  }

  @Test
  void labelsThatDoNotFitAreRefused() {
    Path file = Golden.file(ZIP);
    assertRefused(file, request(5, 32, null), "7 conditions", "5 labels make 5 (5 of expression)");
    List<LabelGroup> two =
        List.of(
            LabelGroup.independent("attributes", List.of("Male"), List.of()),
            LabelGroup.exclusive(names(3)));
    assertRefused(
        file,
        new ImportRequest(two, 32, null, CheckpointNotes.none()),
        "7 conditions",
        "4 labels make 6 (1 of attributes + 3 of expression + a mask of 2, one for each group)");
    assertRefused(
        file, new ImportRequest(List.of(), 32, null, CheckpointNotes.none()), "give 7 names");
    assertRefused(file, request(7, 30, null), "multiple of 4");
  }

  @Test
  void weightsOfADivergedTrainingAreRefused() throws IOException {
    Path file = folder.resolve("diverged.safetensors");
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Generator generator =
            Generator.initialize(
                GeneratorSpec.faithful(4, 1),
                new LabelSpace(request(2, 16, null).labels()),
                manager,
                1)) {
      generator.parameters().asMap().get("main.4.bias").set(new NDIndex(3), Float.NaN);
      Safetensors.write(file, generator.parameters().asMap(), Map.of());
    }
    assertRefused(file, request(2, 16, null), "Value 3 of 'main.4.bias' is NaN");
  }

  @Test
  void shapesWithoutWeightsMakeNoNetwork() throws IOException {
    Path file = folder.resolve("shapes.safetensors");
    Files.write(
        file,
        empty(
            Stream.of(
                "\"main.0.weight\": %s".formatted(empty("1048576, 10, 7, 0")),
                "\"main.1.weight\": %s".formatted(empty("0")),
                "\"main.6.weight\": %s".formatted(empty("1, 1, 1, 0")))));
    assertRefused(file, request(7, 16, null), "do not belong together");
  }

  @Test
  void moreNetworksThanAnybodySavesAreRefused() throws IOException {
    Path file = folder.resolve("many.safetensors");
    Files.write(
        file,
        empty(
            IntStream.range(0, 300)
                .mapToObj(i -> "\"n%d.main.0.weight\": %s".formatted(i, empty("0")))));
    assertRefused(file, request(7, 16, null), "more than 256 networks");
  }

  @Test
  void networksAreNamedWhenTheFileHasSeveralOrOthers() {
    // the reference numbers hold a generator and a critic before and after the steps
    Path several = Golden.file("stargan-expressions.safetensors");
    int labels = Golden.load("stargan-expressions.safetensors").number("dims");
    assertRefused(several, request(labels, 32, null), "'init.G'", "'final.G'");
    assertRefused(several, request(labels, 32, "init.D"), "init.D", "StarGAN discriminator");
    assertRefused(Golden.file("resnet18.safetensors"), request(7, 32, null), "torchvision ResNet");
    assertThat(StarGanImport.run(several, request(labels, 32, "init.G"), folder)).isNotNull();
  }

  @Test
  void aGeneratorOfTwoDatasetsIsImportedWithItsGroups() {
    // Given
    Golden joint = Golden.load("stargan-joint.safetensors");
    List<Integer> sizes = Stream.of(joint.text("dims").split(",")).map(Integer::parseInt).toList();
    List<LabelGroup> groups =
        List.of(
            LabelGroup.independent("attributes", names(sizes.get(0)), List.of()),
            LabelGroup.exclusive(names(sizes.get(1))));
    ImportRequest request = new ImportRequest(groups, 32, "init.G", CheckpointNotes.none());
    // When
    CheckpointDirectory read =
        StarGanImport.run(Golden.file("stargan-joint.safetensors"), request, folder);
    // Then: as PyTorch
    assertThat(read.manifest().labels()).isEqualTo(groups);
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        Generator generator =
            Generator.initialize(
                read.training("generator", GeneratorSpec.class),
                read.manifest().labelSpace(),
                manager,
                0)) {
      CheckpointDirectory.restore(generator.parameters(), read.read(ExpressionGenerator.FILE), "");
      NDArray x = joint.array("step0.in.x_real", manager);
      NDArray y = generator.forward(x, joint.array("step0.in.c_trg", manager));
      assertThat(Golden.distance(y, joint.array("step0.out.G_fake", manager))).isLessThan(1e-5);
    }
  }

  @Test
  void filesOfOtherKindsAreRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.pth"), "no weights here");
    assertRefused(text, request(7, 32, null), "neither");
    assertRefused(folder.resolve("absent.pth"), request(7, 32, null), "no file");
  }

  @ParameterizedTest
  @EnumSource(value = ExportFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "ONNX")
  void exportIsCompleteAndReadsBack(ExportFormat format) throws IOException {
    // Given
    StarGanImport.run(Golden.file(ZIP), request(7, 32, null), folder);
    Path out = folder.resolve("export");
    // When
    GeneratorExport.run(folder, format, out);
    // Then: every tensor of PyTorch's own file, with its shape; weights equal
    TensorGroup expected = TensorFile.read(Golden.file(ZIP)).get(0);
    TensorGroup written = TensorFile.read(out).get(0);
    assertThat(written.tensors().keySet()).isEqualTo(expected.tensors().keySet());
    expected
        .tensors()
        .forEach(
            (name, tensor) -> {
              assertThat(written.tensors().get(name).type()).as(name).isEqualTo(tensor.type());
              assertThat(written.tensors().get(name).shape()).as(name).isEqualTo(tensor.shape());
              if (name.endsWith("weight") || name.endsWith("bias")) {
                assertThat(written.tensors().get(name).values())
                    .as(name)
                    .isEqualTo(tensor.values());
              }
            });
  }

  @Test
  void classifierIsImported() {
    // Given
    ImportRequest request = request(7, 64, "init");
    // When
    CheckpointDirectory read =
        ClassifierImport.run(Golden.file("resnet18.safetensors"), request, folder);
    // Then
    Golden golden = Golden.load("resnet18.safetensors");
    try (NDManager manager = TorchRuntime.start().newBaseManager()) {
      assertThat(
              CheckpointDirectory.open(folder, NetworkKind.CLASSIFIER)
                  .read("classifier.safetensors")
                  .array("layer4.1.bn2.running_var", manager))
          .isEqualTo(golden.array("init.layer4.1.bn2.running_var", manager));
    }
    assertThat(read.manifest().labels()).isEqualTo(request.labels());
    assertThatThrownBy(
            () ->
                ClassifierImport.run(
                    Golden.file("resnet18.safetensors"), request(5, 64, "init"), folder))
        .hasMessageContaining("7 classes");
    assertThatThrownBy(
            () ->
                ClassifierImport.run(
                    Golden.file("resnet18.safetensors"), request(7, 31, "init"), folder))
        .isInstanceOf(InvalidCheckpoint.class)
        .hasMessageContaining("31 pixels");
  }

  @ParameterizedTest
  @EnumSource(value = ExportFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "ONNX")
  void exportedClassifierIsCompleteAndComesBack(ExportFormat format) throws IOException {
    // Given
    Path file = Golden.file("resnet18.safetensors");
    ClassifierImport.run(file, request(7, 64, "init"), folder);
    Path out = folder.resolve("export");
    // When
    ClassifierExport.run(folder, format, out);
    // Then: torchvision's counters too, without which its strict loading fails
    TensorGroup written = TensorFile.read(out).get(0);
    assertThat(written.tensors().keySet()).contains("bn1.num_batches_tracked", "layer4.1.bn2.bias");
    Path back = folder.resolve("back");
    ClassifierImport.run(out, request(7, 64, null), back);
    assertThat(CheckpointDirectory.open(back).manifest().files())
        .isEqualTo(CheckpointDirectory.open(folder).manifest().files());
  }

  /** A safetensors file of such entries and no data. */
  private static byte[] empty(Stream<String> entries) {
    byte[] header = entries.collect(Collectors.joining(",", "{", "}")).getBytes(UTF_8);
    return ByteBuffer.allocate(8 + header.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  private static String empty(String shape) {
    return "{\"dtype\": \"F32\", \"shape\": [%s], \"data_offsets\": [0, 0]}".formatted(shape);
  }

  private void assertRefused(Path file, ImportRequest request, String... named) {
    assertThatThrownBy(() -> StarGanImport.run(file, request, folder))
        .isInstanceOf(InvalidCheckpoint.class)
        .hasMessageContainingAll(named);
    assertThat(folder.resolve("checkpoint.json")).doesNotExist();
  }

  private static ImportRequest request(int labels, int size, @Nullable String part) {
    LabelGroup group = LabelGroup.exclusive(names(labels));
    return new ImportRequest(List.of(group), size, part, CheckpointNotes.none());
  }

  private static List<String> names(int labels) {
    return IntStream.range(0, labels).mapToObj(i -> "label-" + i).toList();
  }
}
