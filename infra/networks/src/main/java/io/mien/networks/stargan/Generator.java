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
  private final GeneratorInput input;
  private final List<GeneratorStage> stages;
  private final GeneratorOutput output;

  private Generator(GeneratorSpec spec, LabelSpace labels, Parameters parameters) {
    this.spec = spec;
    this.conditions = labels.conditions();
    this.parameters = parameters;
    GeneratorNorm norm =
        new GeneratorNorm("main.1", spec.width(), spec.injection().conditionsEncoder());
    this.input =
        new GeneratorInput("main.0.weight", spec.edgeKernel(), spec.injection().usesPlanes(), norm);
    this.stages = stages(spec);
    this.output =
        new GeneratorOutput(
            "main." + (15 + spec.residualBlocks()), spec.width(), spec.edgeKernel(), spec.head());
  }

  /** A new generator with PyTorch's default start, reproducible from the seed. */
  public static Generator initialize(
      GeneratorSpec spec, LabelSpace labels, NDManager manager, long seed) {
    Generator generator = new Generator(spec, labels, new Parameters(manager));
    Initialization init = new Initialization(generator.parameters, seed, "generator");
    generator.input.initialize(init, generator.conditions, spec.start());
    generator.stages.forEach(stage -> stage.initialize(init, generator.conditions, spec.start()));
    generator.output.initialize(init, spec.start());
    return generator;
  }

  /** A generator over given weights, which it owns from here on. */
  public static Generator of(GeneratorSpec spec, LabelSpace labels, Parameters parameters) {
    return new Generator(spec, labels, parameters);
  }

  public NDArray forward(NDArray x, NDArray condition) {
    requireFits(x.getShape());
    NDArray h = input.forward(parameters, x, condition);
    for (GeneratorStage stage : stages) {
      h = stage.forward(parameters, h, condition);
    }
    return output.forward(parameters, x, h);
  }

  static void requireFits(Shape images) {
    if (images.get(2) % 4 != 0 || images.get(3) % 4 != 0) {
      throw new IllegalArgumentException(
          "The generator takes images whose sides are multiples of 4, found " + images + ".");
    }
  }

  /**
   * This network for inference on a processor, over the weights as they are now. It belongs to this
   * generator, which must stay open and unchanged.
   */
  public PreparedGenerator prepared() {
    NDManager manager = parameters.manager().newSubManager();
    Preparation preparation = new Preparation(parameters, manager);
    List<PreparedStage> prepared = new ArrayList<>();
    prepared.add(input.prepared(preparation));
    stages.forEach(stage -> prepared.add(stage.prepared(preparation)));
    return new PreparedGenerator(prepared, output.prepared(preparation), manager);
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

  private static List<GeneratorStage> stages(GeneratorSpec spec) {
    int width = spec.width();
    LabelInjection injection = spec.injection();
    List<GeneratorStage> stages = new ArrayList<>();
    boolean encoder = injection.conditionsEncoder();
    stages.add(down(3, width, encoder));
    stages.add(down(6, 2 * width, encoder));
    for (int i = 0; i < spec.residualBlocks(); i++) {
      stages.add(residual(9 + i, 4 * width, injection.conditionsResidual()));
    }
    int next = 9 + spec.residualBlocks();
    boolean decoder = injection.conditionsDecoder();
    stages.add(up(next, 4 * width, spec.upsampling(), decoder));
    stages.add(up(next + 3, 2 * width, spec.upsampling(), decoder));
    return List.copyOf(stages);
  }

  private static GeneratorStage down(int index, int in, boolean conditional) {
    GeneratorNorm norm = new GeneratorNorm("main." + (index + 1), 2 * in, conditional);
    return new GeneratorStage.Down("main." + index + ".weight", in, norm);
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
    return new GeneratorStage.Up("main." + index + ".weight", in, upsampling, norm);
  }
}
