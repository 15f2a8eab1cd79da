package io.mien.networks.stargan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.device.Autograd;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.golden.Golden;
import io.mien.networks.layer.Scale;
import io.mien.networks.optimizer.Adam;
import io.mien.networks.optimizer.AdamSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconstructionCriticTest {
  private static final CriticSpec NETWORK = CriticSpec.faithful(8, 3);
  private static final Shape IMAGES = new Shape(3, 3, 16, 16);

  @ParameterizedTest
  @EnumSource
  void thePenaltyHoldsTheSlopeInTheCandidate(ReconstructionForm form) {
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        ReconstructionCritic critic = critic(form, manager);
        Autograd recording = Autograd.recording()) {
      // Given
      NDArray x = manager.randomNormal(IMAGES);
      NDArray candidates = manager.randomNormal(IMAGES);
      JniUtils.attachGradient((PtNDArray) candidates, true);
      // When
      Autograd.backward(critic.realness(critic.shown(x, candidates)).sum());
      NDArray expected = JniUtils.getGradient((PtNDArray) candidates);
      NDArray found = critic.candidateGradient(critic.shown(x, candidates));
      // Then
      assertThat(Golden.distance(found, expected)).isLessThan(1e-5);
      NDArray norms = expected.square().sum(new int[] {1, 2, 3}).sqrt();
      assertThat(critic.penalty(critic.shown(x, candidates)).getFloat())
          .isCloseTo(norms.sub(1f).square().mean().getFloat(), within(1e-5f));
    }
  }

  @Test
  void onlyAPairTellsWhoseReconstructionItIs() {
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        ReconstructionCritic alone = critic(ReconstructionForm.IMAGE, manager);
        ReconstructionCritic paired = critic(ReconstructionForm.PAIR, manager)) {
      NDArray one = manager.randomNormal(IMAGES);
      NDArray other = manager.randomNormal(IMAGES);
      assertThat(alone.realness(alone.shown(one, other)))
          .isEqualTo(alone.realness(alone.shown(other, other)));
      assertThat(paired.realness(paired.shown(one, other)))
          .isNotEqualTo(paired.realness(paired.shown(other, other)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsStepsRaiseImagesOverTheirReconstructions(ReconstructionForm form) {
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        ReconstructionCritic critic = critic(form, manager);
        Adam adam = new Adam(critic.parameters(), AdamSpec.of(1e-3, 0.5, 0.999));
        Autograd recording = Autograd.recording()) {
      // Given images and reconstructions that have lost contrast
      NDArray x = manager.randomNormal(IMAGES);
      NDArray faint = Scale.by(x, 0.5);
      float before = lead(critic, x, faint);
      // When
      for (int step = 0; step < 20; step++) {
        critic.parameters().track();
        critic.parameters().clearGradients();
        NDArray loss =
            critic
                .realness(critic.shown(x, faint))
                .mean()
                .sub(critic.realness(critic.shown(x, x)).mean());
        Autograd.backward(loss.add(critic.penalty(critic.shown(x, faint))));
        adam.update(1e-3);
      }
      // Then
      assertThat(lead(critic, x, faint)).isGreaterThan(before + 0.01f);
    }
  }

  private static float lead(ReconstructionCritic critic, NDArray x, NDArray candidates) {
    return critic.realness(critic.shown(x, x)).mean().getFloat()
        - critic.realness(critic.shown(x, candidates)).mean().getFloat();
  }

  private static ReconstructionCritic critic(ReconstructionForm form, NDManager manager) {
    return ReconstructionCritic.initialize(
        new ReconstructionCriticSpec(1, form, 10, PenaltySlope.SUM), NETWORK, manager, 4);
  }
}
