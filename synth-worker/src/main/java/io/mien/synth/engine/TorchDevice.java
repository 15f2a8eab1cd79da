package io.mien.synth.engine;

import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.device.DeviceChoice;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.inference.FaceGenerator;
import java.nio.file.Path;

/**
 * A device of libtorch.
 *
 * @param name {@code auto}, {@code cpu} or {@code cuda:0}
 * @param threads that one operation may use
 */
record TorchDevice(String name, int threads) implements Device {

  /** OpenMP keeps the number of threads per calling thread, so it is set on the one that draws. */
  @Override
  public void begin() {
    TorchRuntime.useThreads(threads);
  }

  @Override
  public Network load(Path checkpoint) {
    ai.djl.Device device = DeviceChoice.resolve(name);
    return switch (CheckpointDirectory.open(checkpoint).manifest().network()) {
      case STARGAN -> new TorchExpressionGenerator(ExpressionGenerator.load(checkpoint, device));
      case FACE_GAN -> new TorchFaceGenerator(FaceGenerator.load(checkpoint, device));
      case CLASSIFIER -> new TorchClassifier(ExpressionClassifier.load(checkpoint, device));
    };
  }
}
