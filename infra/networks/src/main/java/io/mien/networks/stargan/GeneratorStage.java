package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import io.mien.networks.layer.Convolution;
import io.mien.networks.layer.NearestUpsampling;
import io.mien.networks.layer.TransposedConvolution;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.winograd.WinogradConvolution;

/** One step of the generator's sequence. Every stage closes its input. */
sealed interface GeneratorStage {
  void initialize(Initialization init, int conditions, GeneratorStart start);

  NDArray forward(Parameters parameters, NDArray x, NDArray condition);

  /** The stage for inference, with its kernels transformed. */
  PreparedStage prepared(Preparation preparation);

  /** Convolution 4x4 that halves the size, normalisation, ReLU. */
  record Down(String conv, int in, GeneratorNorm norm) implements GeneratorStage {
    @Override
    public void initialize(Initialization init, int conditions, GeneratorStart start) {
      init.convolution(conv, norm.channels(), in, 4);
      norm.initialize(init, conditions, start);
    }

    @Override
    public NDArray forward(Parameters parameters, NDArray x, NDArray condition) {
      try (x) {
        NDArray h = Convolution.apply(x, parameters.get(conv), 2, 1);
        return norm.relu(parameters, h, condition);
      }
    }

    @Override
    public PreparedStage prepared(Preparation preparation) {
      return new PreparedStage.Filter(preparation.halving(conv), norm, preparation.parameters());
    }
  }

  /** x + [convolution, normalisation, ReLU, convolution, normalisation], nothing after the sum. */
  record Residual(String first, GeneratorNorm firstNorm, String second, GeneratorNorm secondNorm)
      implements GeneratorStage {
    @Override
    public void initialize(Initialization init, int conditions, GeneratorStart start) {
      int channels = firstNorm.channels();
      init.convolution(first, channels, channels, 3);
      firstNorm.initialize(init, conditions, start);
      init.convolution(second, channels, channels, 3);
      secondNorm.initialize(init, conditions, start);
    }

    @Override
    public NDArray forward(Parameters parameters, NDArray x, NDArray condition) {
      NDArray h = Convolution.apply(x, parameters.get(first), 1, 1);
      h = firstNorm.relu(parameters, h, condition);
      try (x;
          NDArray inner = h;
          NDArray branch =
              secondNorm.apply(
                  parameters, Convolution.apply(inner, parameters.get(second), 1, 1), condition)) {
        return x.add(branch);
      }
    }

    @Override
    public PreparedStage prepared(Preparation preparation) {
      return new PreparedStage.Residual(
          new PreparedStage.Filter(preparation.same(first), firstNorm, preparation.parameters()),
          preparation.same(second),
          secondNorm);
    }
  }

  /** Doubling of the size, normalisation, ReLU. */
  record Up(String conv, int in, Upsampling upsampling, GeneratorNorm norm)
      implements GeneratorStage {
    @Override
    public void initialize(Initialization init, int conditions, GeneratorStart start) {
      switch (upsampling) {
        case TRANSPOSED -> init.convolution(conv, in, norm.channels(), 4);
        case RESIZE -> init.convolution(conv, norm.channels(), in, 3);
      }
      norm.initialize(init, conditions, start);
    }

    @Override
    public NDArray forward(Parameters parameters, NDArray x, NDArray condition) {
      try (x) {
        NDArray h =
            switch (upsampling) {
              case TRANSPOSED -> TransposedConvolution.apply(x, parameters.get(conv));
              case RESIZE -> resized(x, parameters.get(conv));
            };
        return norm.relu(parameters, h, condition);
      }
    }

    @Override
    public PreparedStage prepared(Preparation preparation) {
      WinogradConvolution doubling =
          switch (upsampling) {
            case TRANSPOSED -> preparation.transposed(conv);
            case RESIZE -> preparation.resized(conv);
          };
      return new PreparedStage.Filter(doubling, norm, preparation.parameters());
    }

    private static NDArray resized(NDArray x, NDArray weight) {
      try (NDArray large = NearestUpsampling.doubled(x)) {
        return Convolution.apply(large, weight, 1, 1);
      }
    }
  }
}
