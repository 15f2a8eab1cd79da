package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.resnet.ResNet;
import io.mien.networks.resnet.ResNetSpec;
import io.mien.networks.resnet.Stem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainedWeightsTest {
  private static final ResNetSpec SPEC = new ResNetSpec(50, 2, Stem.IMAGENET);

  @TempDir Path folder;
  private final NDManager manager = TorchRuntime.start().newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void otherNumberOfClassesKeepsItsOwnLastLayer() throws IOException {
    ResNet pretrained = ResNet.initialize(SPEC, 10, manager, 1);
    ResNet network = ResNet.initialize(SPEC, 3, manager, 2);
    float[] last = values(network, "fc.weight");

    new PretrainedWeights(network, file(pretrained)).load();

    assertThat(values(network, "layer3.1.conv2.weight"))
        .isEqualTo(values(pretrained, "layer3.1.conv2.weight"));
    assertThat(values(network, "fc.weight")).isEqualTo(last);
  }

  @Test
  void sameNumberOfClassesTakesTheLastLayerToo() throws IOException {
    ResNet pretrained = ResNet.initialize(SPEC, 3, manager, 1);
    ResNet network = ResNet.initialize(SPEC, 3, manager, 2);

    new PretrainedWeights(network, file(pretrained)).load();

    assertThat(values(network, "fc.weight")).isEqualTo(values(pretrained, "fc.weight"));
    assertThat(values(network, "fc.bias")).isEqualTo(values(pretrained, "fc.bias"));
  }

  @Test
  void weightsOfAnotherShapeAreRefusedBeforeAnythingChanges() throws IOException {
    Safetensors wide = file(ResNet.initialize(new ResNetSpec(50, 4, Stem.IMAGENET), 3, manager, 1));
    Safetensors shallow =
        file(ResNet.initialize(new ResNetSpec(18, 2, Stem.IMAGENET), 3, manager, 1));
    ResNet network = ResNet.initialize(SPEC, 3, manager, 2);
    float[] before = values(network, "layer1.0.bn1.weight");

    assertThatThrownBy(() -> new PretrainedWeights(network, wide).load())
        .isInstanceOf(InvalidCheckpoint.class)
        .hasMessageContaining("depth, width and stem");
    assertThatThrownBy(() -> new PretrainedWeights(network, shallow).load())
        .isInstanceOf(InvalidCheckpoint.class)
        .hasMessageContaining("ResNet");
    assertThat(values(network, "layer1.0.bn1.weight")).isEqualTo(before);
  }

  private Safetensors file(ResNet network) throws IOException {
    Map<String, NDArray> arrays = new HashMap<>(network.weights().asMap());
    arrays.putAll(network.buffers().asMap());
    Path path = folder.resolve("weights.safetensors");
    Safetensors.write(path, arrays, Map.of());
    return Safetensors.read(path);
  }

  private static float[] values(ResNet network, String name) {
    return network.weights().get(name).toFloatArray();
  }
}
