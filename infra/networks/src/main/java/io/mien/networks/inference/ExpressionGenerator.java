package io.mien.networks.inference;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.ImageGrid;
import io.mien.networks.image.PixelArrays;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.stargan.Generator;
import io.mien.networks.stargan.GeneratorSpec;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A trained generator: faces of the checkpoint's size get another expression. One thread owns it.
 */
public final class ExpressionGenerator implements AutoCloseable {
  public static final String FILE = "generator.safetensors";
  private static final int CHUNK = 32;

  private final Generator generator;
  private final LabelGroup labels;
  private final int imageSize;
  private final NDManager manager;

  private ExpressionGenerator(
      Generator generator, LabelGroup labels, int imageSize, NDManager manager) {
    this.generator = generator;
    this.labels = labels;
    this.imageSize = imageSize;
    this.manager = manager;
  }

  /** Loads the weights that a StarGAN checkpoint offers. */
  public static ExpressionGenerator load(Path folder, Device device) {
    CheckpointDirectory checkpoint = CheckpointDirectory.open(folder, NetworkKind.STARGAN);
    CheckpointManifest manifest = checkpoint.manifest();
    GeneratorSpec spec = checkpoint.training("generator", GeneratorSpec.class);
    Safetensors file = checkpoint.read(FILE);
    NDManager manager = TorchRuntime.start().newBaseManager(device);
    LabelSpace labels = manifest.labelSpace();
    Generator generator = Generator.initialize(spec, labels, manager, 0);
    CheckpointDirectory.restore(generator.parameters(), file, "");
    return new ExpressionGenerator(generator, labels.group(0), manifest.imageSize(), manager);
  }

  /** Uses a generator that someone else owns; closing does nothing to it. */
  public static ExpressionGenerator over(
      Generator generator, LabelGroup labels, int imageSize, NDManager parent) {
    return new ExpressionGenerator(generator, labels, imageSize, parent.newSubManager());
  }

  public LabelGroup labels() {
    return labels;
  }

  public int imageSize() {
    return imageSize;
  }

  /** Face i gets label i. Unknown labels and wrong sizes are refused before anything is drawn. */
  public List<RgbImage> translate(List<RgbImage> faces, List<String> targets) {
    if (faces.size() != targets.size()) {
      throw new IllegalArgumentException(
          "%d faces, but %d targets.".formatted(faces.size(), targets.size()));
    }
    int[] indices = targets.stream().mapToInt(labels::index).toArray();
    faces.forEach(this::verify);
    List<RgbImage> results = new ArrayList<>();
    for (int start = 0; start < indices.length; start += CHUNK) {
      int end = Math.min(indices.length, start + CHUNK);
      results.addAll(chunk(faces.subList(start, end), indices, start));
    }
    return results;
  }

  /** One face with every label, in the labels' order. */
  public List<RgbImage> all(RgbImage face) {
    return translate(Collections.nCopies(labels.size(), face), labels.names());
  }

  /** Each face in a row, followed by the same face with every label. */
  public RgbImage grid(List<RgbImage> faces) {
    List<RgbImage> cells = new ArrayList<>();
    for (RgbImage face : faces) {
      cells.add(face);
      cells.addAll(all(face));
    }
    return ImageGrid.of(cells, labels.size() + 1);
  }

  private void verify(RgbImage face) {
    if (face.width() != imageSize || face.height() != imageSize) {
      throw new IllegalArgumentException(
          "The face is %d x %d, the network takes %d x %d."
              .formatted(face.width(), face.height(), imageSize, imageSize));
    }
  }

  private List<RgbImage> chunk(List<RgbImage> faces, int[] indices, int start) {
    try (Autograd silent = Autograd.silent();
        NDManager scope = manager.newSubManager();
        NDArray x = PixelArrays.toArray(faces, scope);
        NDArray y = generator.forward(x, conditions(indices, start, faces.size(), scope))) {
      return PixelArrays.toImages(y);
    }
  }

  private NDArray conditions(int[] indices, int start, int size, NDManager scope) {
    LabelSpace space = LabelSpace.of(labels);
    FloatBuffer values = FloatBuffer.allocate(size * space.conditions());
    for (int i = 0; i < size; i++) {
      values.put(space.condition(0, labels.oneHot(indices[start + i])));
    }
    return scope.create(values.flip(), new Shape(size, space.conditions()), DataType.FLOAT32);
  }

  @Override
  public void close() {
    manager.close();
  }
}
