package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * StarGAN's generator (Choi et al. 2018): images (N, 3, H, W) in [-1, 1] and conditions (N, K) give
 * images (N, 3, H, W); H and W are multiples of 4. Weights carry the names of the public reference
 * ({@code main.0.weight} …), so that its checkpoints fit. Zero padding everywhere: for label planes
 * it is the only way past instance normalisation.
 */
public final class Generator implements AutoCloseable {
  private final GeneratorSpec spec;
  private final int conditions;
  private final Parameters parameters;
  private final List<GeneratorStage> stages;
  private final GeneratorOutput output;

  private Generator(GeneratorSpec spec, LabelSpace labels, Parameters parameters) {
    this.spec = spec;
    this.conditions = labels.conditions();
    this.parameters = parameters;
    this.stages = stages(spec, conditions);
    this.output =
        new GeneratorOutput(
            "main." + (15 + spec.residualBlocks()), spec.width(), spec.edgeKernel(), spec.head());
  }

  /** A new generator with PyTorch's default start, reproducible from the seed. */
  public static Generator initialize(
      GeneratorSpec spec, LabelSpace labels, NDManager manager, long seed) {
    Generator generator = new Generator(spec, labels, new Parameters(manager));
    Initialization init = new Initialization(generator.parameters, seed, "generator");
    generator.stages.forEach(stage -> stage.initialize(init, generator.conditions));
    generator.output.initialize(init);
    return generator;
  }

  /** A generator over given weights, which it owns from here on. */
  public static Generator of(GeneratorSpec spec, LabelSpace labels, Parameters parameters) {
    return new Generator(spec, labels, parameters);
  }

  public NDArray forward(NDArray x, NDArray condition) {
    NDArray h = input(x, condition);
    for (GeneratorStage stage : stages) {
      h = stage.forward(parameters, h, condition);
    }
    return output.forward(parameters, x, h);
  }

  public GeneratorSpec spec() {
    return spec;
  }

  public Parameters parameters() {
    return parameters;
  }

  @Override
  public void close() {
    parameters.close();
  }

  private NDArray input(NDArray x, NDArray condition) {
    Shape shape = x.getShape();
    if (shape.get(2) % 4 != 0 || shape.get(3) % 4 != 0) {
      throw new IllegalArgumentException(
          "The generator takes images whose sides are multiples of 4, found " + shape + ".");
    }
    if (!spec.injection().usesPlanes()) {
      return x.reshape(shape); // a view that the first stage may close
    }
    long n = shape.get(0);
    try (NDArray points = condition.reshape(n, conditions, 1, 1);
        NDArray planes = points.broadcast(new Shape(n, conditions, shape.get(2), shape.get(3)))) {
      return x.concat(planes, 1);
    }
  }

  private static List<GeneratorStage> stages(GeneratorSpec spec, int conditions) {
    int width = spec.width();
    LabelInjection injection = spec.injection();
    List<GeneratorStage> stages = new ArrayList<>();
    boolean encoder = injection.conditionsEncoder();
    stages.add(down(0, spec.inputChannels(conditions), width, spec.edgeKernel(), 1, encoder));
    stages.add(down(3, width, 2 * width, 4, 2, encoder));
    stages.add(down(6, 2 * width, 4 * width, 4, 2, encoder));
    for (int i = 0; i < spec.residualBlocks(); i++) {
      stages.add(residual(9 + i, 4 * width, injection.conditionsResidual()));
    }
    int next = 9 + spec.residualBlocks();
    boolean decoder = injection.conditionsDecoder();
    stages.add(up(next, 4 * width, spec.upsampling(), decoder));
    stages.add(up(next + 3, 2 * width, spec.upsampling(), decoder));
    return List.copyOf(stages);
  }

  private static GeneratorStage down(
      int index, int in, int out, int kernel, int stride, boolean conditional) {
    GeneratorNorm norm = new GeneratorNorm("main." + (index + 1), out, conditional);
    return new GeneratorStage.Down("main." + index + ".weight", in, out, kernel, stride, norm);
  }

  private static GeneratorStage residual(int index, int channels, boolean conditional) {
    String main = "main." + index + ".main.";
    return new GeneratorStage.Residual(
        main + "0.weight",
        new GeneratorNorm(main + "1", channels, conditional),
        main + "3.weight",
        new GeneratorNorm(main + "4", channels, conditional));
  }

  private static GeneratorStage up(int index, int in, Upsampling upsampling, boolean conditional) {
    GeneratorNorm norm = new GeneratorNorm("main." + (index + 1), in / 2, conditional);
    return new GeneratorStage.Up("main." + index + ".weight", in, in / 2, upsampling, norm);
  }
}
