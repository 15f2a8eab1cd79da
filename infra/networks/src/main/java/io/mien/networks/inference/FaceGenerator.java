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
import io.mien.networks.dcgan.DcGanGenerator;
import io.mien.networks.dcgan.DcGanSpec;
import io.mien.networks.device.ArrayMemory;
import io.mien.networks.device.Autograd;
import io.mien.networks.image.PixelArrays;
import io.mien.networks.image.RgbImage;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.random.CounterRandom;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained generator of faces. A face depends on the seed and its own number alone, not on the
 * faces drawn beside it. One thread owns it.
 */
public final class FaceGenerator implements AutoCloseable {
  public static final String FILE = "generator.safetensors";
  private static final int CHUNK = 32;

  private final DcGanGenerator generator;
  private final int latent;
  private final int imageSize;
  private final NDManager manager;

  private FaceGenerator(DcGanGenerator generator, int latent, int imageSize, NDManager manager) {
    this.generator = generator;
    this.latent = latent;
    this.imageSize = imageSize;
    this.manager = manager;
  }

  /** Loads the weights that a face generator's checkpoint offers. */
  public static FaceGenerator load(Path folder, Device device) {
    CheckpointDirectory checkpoint = CheckpointDirectory.open(folder, NetworkKind.FACE_GAN);
    CheckpointManifest manifest = checkpoint.manifest();
    DcGanSpec spec = checkpoint.training("network", DcGanSpec.class);
    Safetensors file = checkpoint.read(FILE);
    int size = manifest.imageSize();
    return OwnedArrays.open(
        device,
        manager -> {
          DcGanGenerator generator = DcGanGenerator.initialize(spec, size, manager, 0);
          CheckpointDirectory.restore(generator.weights(), file, "");
          CheckpointDirectory.restore(generator.buffers(), file, "");
          return new FaceGenerator(generator, spec.latent(), size, manager);
        });
  }

  /** Uses a generator that someone else owns; closing does nothing to it. */
  public static FaceGenerator over(
      DcGanGenerator generator, int latent, int imageSize, NDManager parent) {
    return new FaceGenerator(generator, latent, imageSize, parent.newSubManager());
  }

  public int imageSize() {
    return imageSize;
  }

  /** What it keeps of the device's memory. */
  public long bytes() {
    return ArrayMemory.bytes(manager);
  }

  /** Faces {@code first} to {@code first + count - 1} of a seed. */
  public List<RgbImage> generate(long seed, int first, int count) {
    if (first < 0 || count < 1) {
      throw new IllegalArgumentException(
          "Faces count from 0 and at least one is drawn; asked for %d from %d."
              .formatted(count, first));
    }
    List<RgbImage> faces = new ArrayList<>();
    for (int start = first; start < first + count; start += CHUNK) {
      faces.addAll(chunk(seed, start, Math.min(CHUNK, first + count - start)));
    }
    return faces;
  }

  private List<RgbImage> chunk(long seed, int start, int size) {
    FloatBuffer values = FloatBuffer.allocate(size * latent);
    for (int face = start; face < start + size; face++) {
      CounterRandom random = CounterRandom.of(seed, "face", face);
      for (int i = 0; i < latent; i++) {
        values.put((float) random.nextGaussian());
      }
    }
    try (Autograd silent = Autograd.silent();
        NDManager scope = manager.newSubManager();
        NDArray noise =
            scope.create(values.flip(), new Shape(size, latent, 1, 1), DataType.FLOAT32);
        NDArray faces = generator.forward(noise, Statistics.RUNNING)) {
      return PixelArrays.toImages(faces);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
