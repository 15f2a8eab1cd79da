package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepMemoryTest {

  private static final long GIB = 1 << 30;

  @Test
  void thePapersNetworksHaveTheWeightsOfThePaper() {
    StepMemory memory = StepMemory.of(StarGanTrainingSpec.faithful());

    // facts: 8,436,800 and 44,778,432 with 7 labels
    assertThat((double) memory.footprint().weights()).isBetween(0.98 * 53_215_232, 53_215_232.0);
  }

  @Test
  void anAddedCriticHasWeightsAndAWarmUpABatchOfItsOwn() {
    StarGanTrainingSpec plain =
        StarGanTrainingSpec.faithful()
            .with(Json.of("{\"warmup\": {\"iterations\": 10, \"batchSize\": 64}}"));
    StarGanTrainingSpec added = plain.with(Json.of("{\"reconstructionCritic\": {\"weight\": 1}}"));
    long critic = plain.critic().footprint(plain.imageSize()).weights();

    assertThat(StepMemory.of(added).footprint().weights())
        .isEqualTo(StepMemory.of(plain).footprint().weights() + critic);
    assertThat(StepMemory.of(added).bytesPerImage())
        .isEqualTo(StepMemory.of(plain).bytesPerImage());
    StepMemory warmup = StepMemory.ofWarmup(added);
    assertThat(warmup.fixedBytes()).isEqualTo(StepMemory.of(added).fixedBytes());
    assertThat(warmup.bytesPerImage()).isLessThan(StepMemory.of(added).bytesPerImage() / 3);
    assertThat(warmup.advice(1000 * GIB)).isEqualTo("What fits: warmup.batchSize 32.");
  }

  @Test
  void whatFitsIsTheBatchInPartsOrASmallerOne() {
    StepMemory memory = StepMemory.of(StarGanTrainingSpec.faithful());
    long image = memory.bytesPerImage();

    assertThat(memory.advice(7 * image)).contains("microBatches 4").endsWith("or batchSize 5.");
    assertThat(memory.advice(2 * image)).contains("microBatches 16, which").contains("parts of 1;");
    assertThat(memory.advice(image / 2)).startsWith("Not even a batch of 1 fits");
  }

  @Test
  void whatHasFailedIsNotAdvisedAgainWhateverTheEstimateSays() {
    StepMemory memory = StepMemory.of(ClassifierTrainingSpec.small());

    assertThat(memory.advice(1000 * GIB)).isEqualTo("What fits: batchSize 16.");
  }

  @Test
  void trainingsWithBatchStatisticsNeedTwoImages() {
    StepMemory memory = StepMemory.of(FaceGanTrainingSpec.dcgan());

    assertThat(memory.advice(2 * memory.bytesPerImage())).startsWith("Not even a batch of 2 fits");
    // facts: 3,576,704 and 2,765,568
    assertThat((double) memory.footprint().weights()).isBetween(0.98 * 6_342_272, 6_342_272.0);
  }
}
