package io.mien.contracts.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedLabelsTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final PrefixRef DATASET =
      new PrefixRef(
          Bucket.DATASETS,
          "tasks/a/1/dataset/",
          new ObjectRef(Bucket.DATASETS, "tasks/a/1/dataset/dataset.json", 1, "00"));
  private static final TrainingRequest TRAINING = new TrainingRequest(Map.of(), 0, 0, 0);

  @Test
  void taskOfAnEarlierVersionLearnsTheExpressionsOfItsDataset() throws Exception {
    ObjectNode json = MAPPER.valueToTree(new TrainStarGan(DATASET, TRAINING));
    json.remove("labels");

    TrainStarGan read = MAPPER.treeToValue(json, TrainStarGan.class);

    assertThat(read.learned()).containsExactly(new LearnedLabels(DATASET, "expression", List.of()));
  }

  @Test
  void classifierOfAnEarlierVersionTellsExpressionsApart() throws Exception {
    ObjectNode json = MAPPER.valueToTree(new TrainClassifier(DATASET, TRAINING));
    json.remove("group");

    assertThat(MAPPER.treeToValue(json, TrainClassifier.class).group()).isEqualTo("expression");
  }

  @Test
  void groupThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> new LearnedLabels(DATASET, "mood", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'mood'")
        .hasMessageContaining("expression, pose, attributes");
  }

  @Test
  void attributesAreNamedAndPosesAreNot() {
    assertThatThrownBy(() -> new LearnedLabels(DATASET, "attributes", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LearnedLabels(DATASET, "pose", List.of("straight")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void classifierOfAttributesIsRefused() {
    assertThatThrownBy(() -> new TrainClassifier(DATASET, TRAINING, null, "attributes"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'attributes'")
        .hasMessageContaining("expression, pose, subject");
  }

  @Test
  void peopleAreToldApartByAClassifierAndLearnedByNoGenerator() {
    assertThat(new TrainClassifier(DATASET, TRAINING, null, "subject").group())
        .isEqualTo("subject");
    assertThatThrownBy(() -> new LearnedLabels(DATASET, "subject", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'subject'");
  }
}
