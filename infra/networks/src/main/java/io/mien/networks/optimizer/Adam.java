package io.mien.networks.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.parameter.Parameters;
import java.util.function.ToDoubleFunction;

/**
 * Adam as PyTorch computes it: w −= lr/c₁ · m / (√v/√c₂ + ε) with cᵢ = 1 − βᵢᵗ, in one fused call
 * per weight. That call divides by √v + ε, so both sides are multiplied by √c₂.
 */
public final class Adam implements Optimizer {
  private static final float NO_CLIPPING = -1;

  private final Parameters weights;
  private final AdamSpec spec;
  private final ToDoubleFunction<String> rateFactor;
  private final OptimizerMemory memory;

  public Adam(Parameters weights, AdamSpec spec) {
    this(weights, spec, name -> 1);
  }

  /** Adam whose learning rate is multiplied by a factor for each weight's name. */
  public Adam(Parameters weights, AdamSpec spec, ToDoubleFunction<String> rateFactor) {
    this.weights = weights;
    this.spec = spec;
    this.rateFactor = rateFactor;
    this.memory = OptimizerMemory.of(weights, "m", "v");
  }

  @Override
  public void update(double learningRate) {
    long steps = memory.countStep();
    float beta1 = (float) spec.beta1();
    float beta2 = (float) spec.beta2();
    double root = Math.sqrt(1 - Math.pow(beta2, steps));
    double rate = learningRate * root / (1 - Math.pow(beta1, steps));
    for (String name : weights.names()) {
      try (NDArray gradient = weights.gradient(name)) {
        if (gradient == null) {
          continue;
        }
        double factor = rateFactor.applyAsDouble(name);
        JniUtils.adamUpdate(
            (PtNDArray) weights.get(name),
            (PtNDArray) gradient,
            (PtNDArray) memory.moment("m", name),
            (PtNDArray) memory.moment("v", name),
            (float) (factor * learningRate),
            (float) (factor * rate),
            (float) spec.weightDecay(),
            1,
            NO_CLIPPING,
            beta1,
            beta2,
            (float) (AdamSpec.EPSILON * root),
            true);
      }
    }
  }

  @Override
  public OptimizerMemory memory() {
    return memory;
  }
}
