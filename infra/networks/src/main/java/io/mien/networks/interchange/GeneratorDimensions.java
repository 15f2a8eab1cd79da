package io.mien.networks.interchange;

import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.interchange.tensor.TensorGroup;
import io.mien.networks.stargan.GeneratorSpec;
import io.mien.networks.stargan.GeneratorStart;
import io.mien.networks.stargan.LabelInjection;
import io.mien.networks.stargan.OutputHead;
import io.mien.networks.stargan.Upsampling;
import java.util.Arrays;

/**
 * A generator's dimensions, read from the shapes of its weights. A residual head looks like the
 * paper's and is taken for it.
 *
 * @param conditions length of the condition vector
 */
record GeneratorDimensions(GeneratorSpec spec, int conditions) {
  static GeneratorDimensions of(TensorGroup group) {
    int blocks = 0;
    while (group.has("main.%d.main.0.weight".formatted(9 + blocks))) {
      blocks++;
    }
    int up = 9 + blocks;
    boolean planes = group.side("main.0.weight", 1) > 3;
    LabelInjection injection = injection(group, planes, blocks);
    int conditions = planes ? group.side("main.0.weight", 1) - 3 : tableRows(group, injection, up);
    boolean resized = group.side("main.%d.weight".formatted(up), 2) == 3;
    boolean masked = group.side("main.%d.weight".formatted(up + 6), 0) == 4;
    try {
      GeneratorSpec spec =
          new GeneratorSpec(
              group.side("main.0.weight", 0),
              blocks,
              injection,
              masked ? OutputHead.ATTENTION : OutputHead.TANH,
              resized ? Upsampling.RESIZE : Upsampling.TRANSPOSED,
              group.side("main.0.weight", 2),
              GeneratorStart.standard());
      return new GeneratorDimensions(spec, conditions);
    } catch (IllegalArgumentException e) {
      throw new InvalidCheckpoint("No generator has these shapes: " + e.getMessage(), e);
    }
  }

  /** Weights of the convolutions, the fewest: first and last, 4x4 down, 3x3 in blocks and up. */
  double leastWeights() {
    double width = spec.width();
    double edges = 2.0 * 3 * width * spec.edgeKernel() * spec.edgeKernel();
    return edges + width * width * (160 + 288.0 * spec.residualBlocks() + 90);
  }

  /** Tables (conditions, channels) instead of vectors tell which normalisations are conditional. */
  private static LabelInjection injection(TensorGroup group, boolean planes, int blocks) {
    boolean encoder = table(group, "main.1.weight");
    boolean residual = blocks > 0 && table(group, "main.9.main.1.weight");
    boolean decoder = table(group, "main.%d.weight".formatted(10 + blocks));
    return Arrays.stream(LabelInjection.values())
        .filter(
            way ->
                way.usesPlanes() == planes
                    && way.conditionsEncoder() == encoder
                    && (blocks == 0 || way.conditionsResidual() == residual)
                    && way.conditionsDecoder() == decoder)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidCheckpoint(
                    "No label reaches this generator: its first convolution takes %d channels."
                        .formatted(group.side("main.0.weight", 1))));
  }

  private static int tableRows(TensorGroup group, LabelInjection injection, int up) {
    return injection.conditionsDecoder()
        ? group.side("main.%d.weight".formatted(up + 1), 0)
        : group.side("main.9.main.1.weight", 0);
  }

  private static boolean table(TensorGroup group, String name) {
    return group.dimensions(name) == 2;
  }
}
