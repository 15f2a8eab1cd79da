package io.mien.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.networks.training.StarGanTrainingSpec;
import org.junit.jupiter.api.Test;

class GeneratorTrainingTest {

  @Test
  void thePapersTrainingIsNamedAsSuch() {
    assertThat(GeneratorTraining.inWords(StarGanTrainingSpec.faithful()))
        .isEqualTo(
            "StarGAN at 128 pixels, 200,000 iterations of 16 images, without pairs, as in the paper, with cycle reconstruction of weight 10.");
  }

  @Test
  void pairedLossesAndAMissingCycleAreSaid() throws Exception {
    StarGanTrainingSpec paired =
        StarGanTrainingSpec.faithful()
            .with(
                new ObjectMapper()
                    .readTree(
                        """
                        {"paired": {"pixels": 20, "features": 0.5}, "losses": {"reconstruction": 0}}"""));
    assertThat(GeneratorTraining.inWords(paired))
        .contains(
            "with paired losses (pixels 20, features 0.5) against real pictures of the same training people")
        .endsWith("without cycle reconstruction.");
  }
}
