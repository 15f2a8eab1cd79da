package io.mien.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.Rate;
import io.mien.contracts.result.SynthesisEvaluated;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.networks.label.LabelGroup;
import io.mien.store.dataset.Crop;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.minio.MinioObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synthesis of poses, by a generator that knows expressions too. */
class PoseEvaluationIT {

  private static final int PEOPLE = 3;
  private static final LabelGroup POSES = LabelGroup.exclusive("pose", TinyDataset.POSES);

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static PrefixRef dataset;
  private static TinyCheckpoints checkpoints;
  private static PrefixRef generator;

  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    dataset = TinyDataset.publish(store, folder.resolve("dataset"), Map.of(Split.TEST, PEOPLE));
    checkpoints = new TinyCheckpoints(store, folder);
    generator = checkpoints.starGan(LabelGroup.exclusive(TinyDataset.LABELS), POSES);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void posesAreJudgedByAClassifierOfPoses() throws Exception {
    EvaluationMeasures measures =
        evaluate(synthesis("pose", TinyDataset.POSES), checkpoints.classifier(POSES));

    assertThat(measures.labels()).isEqualTo(TinyDataset.POSES);
    assertThat(measures.classifierAccuracy()).isEqualTo(Rate.of(9, 9));
    assertThat(measures.perExpression())
        .isEqualTo(
            Map.of(
                "half-left",
                Rate.of(6, 6),
                "straight",
                Rate.of(6, 6),
                "half-right",
                Rate.of(0, 6)));
    assertThat(measures.copyAccuracy()).isEqualTo(Rate.of(0, 18));
    assertThat(measures.reconstruction().images()).isEqualTo(9);
  }

  @Test
  void aClassifierOfExpressionsIsNoJudgeOfPoses() throws Exception {
    PrefixRef synthesis = synthesis("pose", TinyDataset.POSES);
    PrefixRef judge = checkpoints.classifier(TinyDataset.LABELS);

    InvalidInput refusal =
        catchThrowableOfType(InvalidInput.class, () -> evaluate(synthesis, judge));

    assertThat(refusal.code()).isEqualTo("labels-differ");
    assertThat(refusal).hasMessageContaining("half-left").hasMessageContaining("happy");
  }

  @Test
  void attributesHaveNoJudge() throws Exception {
    PrefixRef synthesis = synthesis("attributes", List.of("glasses"));
    PrefixRef judge = checkpoints.classifier(TinyDataset.LABELS);

    InvalidInput refusal =
        catchThrowableOfType(InvalidInput.class, () -> evaluate(synthesis, judge));

    assertThat(refusal.code()).isEqualTo("labels-differ");
    assertThat(refusal).hasMessageContaining("attributes");
  }

  private EvaluationMeasures evaluate(PrefixRef synthesis, PrefixRef judge) throws Exception {
    EvaluateSynthesis task = new EvaluateSynthesis(dataset, synthesis, judge, generator);
    return ((SynthesisEvaluated)
            new EvalHandler(store, "cpu", 1).handle(new Attempt(task, store, work)))
        .measures();
  }

  private static PrefixRef synthesis(String group, List<String> labels) throws IOException {
    List<Crop> crops = new ArrayList<>();
    PreparedDataset.open(store, dataset).forEachCrop(Split.TEST, crops::add);
    return new TinySynthesis(store, generator).publish(crops, group, labels);
  }
}
