package io.mien.eval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.Rate;
import io.mien.contracts.result.SynthesisEvaluated;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.store.dataset.Crop;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.json.WireJson;
import io.mien.store.minio.MinioObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalHandlerIT {

  private static final int PEOPLE = 3;
  private static final List<String> LABELS = TinyDataset.LABELS;
  private static final List<String> TWO = List.of("neutral", "happy");

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static PrefixRef dataset;
  private static PrefixRef judge;
  private static PrefixRef generator;
  private static PrefixRef synthesis;

  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    dataset =
        TinyDataset.publish(
            store, folder.resolve("dataset"), Map.of(Split.TEST, PEOPLE, Split.VALIDATION, 1));
    TinyCheckpoints checkpoints = new TinyCheckpoints(store, folder);
    judge = checkpoints.classifier(LABELS);
    generator = checkpoints.starGan(LABELS);
    synthesis = new TinySynthesis(store, generator).publish(crops(Split.TEST), LABELS);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void measuresAreThoseOfTheKnownPictures() throws Exception {
    EvaluationMeasures measures = evaluate().measures();

    assertThat(measures.labels()).isEqualTo(LABELS);
    assertThat(measures.subjects()).isEqualTo(PEOPLE);
    assertThat(measures.classifierAccuracy()).isEqualTo(Rate.of(9, 9));
    assertThat(measures.classifierConfusion())
        .isEqualTo(List.of(List.of(3, 0, 0), List.of(0, 3, 0), List.of(0, 0, 3)));
    assertThat(measures.perExpression())
        .isEqualTo(Map.of("neutral", Rate.of(6, 6), "happy", Rate.of(6, 6), "sad", Rate.of(0, 6)));
    assertThat(measures.targetExpressionAccuracy()).isEqualTo(Rate.of(12, 18));
    assertThat(measures.targetExpressionMacro()).isEqualTo(2.0 / 3);
    assertThat(measures.copyAccuracy()).isEqualTo(Rate.of(0, 18));
    // What was to become sad is still what it was: neutral or happy
    assertThat(measures.confusion())
        .isEqualTo(List.of(List.of(6, 0, 0), List.of(0, 6, 0), List.of(3, 3, 0)));
    assertThat(measures.reconstruction().images()).isEqualTo(PEOPLE * LABELS.size());
    assertThat(measures.reconstruction().l1()).isBetween(0.0, 1.0);
    assertThat(measures.training()).startsWith("StarGAN at 16 pixels, 2 iterations of 4 images");
    assertThat(measures.terms()).isEqualTo(TinyDataset.TERMS.and(UsageTerms.UNKNOWN));
  }

  @Test
  void reportPageAndGalleryLieInTheStore() throws Exception {
    SynthesisEvaluated result = evaluate();

    assertThat(
            WireJson.MAPPER.readValue(
                store.read(result.report().manifest()), EvaluationMeasures.class))
        .isEqualTo(result.measures());
    byte[] gallery = object(Bucket.REPORTS, result.report().prefix() + "gallery.png");
    String html = new String(store.read(result.page()), UTF_8);
    assertThat(html)
        .contains("<svg", "Classifier training: classifier", "StarGAN training: critic")
        .contains("data:image/png;base64," + Base64.getEncoder().encodeToString(gallery))
        .doesNotContain("imagesPerSecond");
    assertThat(html.split("class='confusion'", -1)).hasSize(3);
    RgbImage sheet = Png.decode(gallery);
    RgbImage firstInput = Png.decode(crops(Split.TEST).get(0).png());
    assertThat(List.of(sheet.width(), sheet.height())).containsExactly(4 * 16, 9 * 16);
    for (int x = 0; x < 16; x++) {
      assertThat(sheet.at(x, 0, 0)).isEqualTo(firstInput.at(x, 0, 0));
    }
  }

  @Test
  void aJudgeThatLacksAnExpressionIsRefused() throws Exception {
    TinyCheckpoints checkpoints = new TinyCheckpoints(store, work);
    PrefixRef narrowJudge = checkpoints.classifier(TWO);
    PrefixRef narrowGenerator = checkpoints.starGan(TWO);

    InvalidInput ofGenerator =
        refusal(new EvaluateSynthesis(dataset, synthesis, narrowJudge, generator));
    InvalidInput ofFaces =
        refusal(new EvaluateSynthesis(dataset, synthesis, narrowJudge, narrowGenerator));

    assertThat(List.of(ofGenerator.code(), ofFaces.code())).containsOnly("labels-differ");
    assertThat(ofGenerator).hasMessageContaining("sad").hasMessageContaining("[neutral, happy]");
    assertThat(ofFaces).hasMessageContaining("sad").hasMessageContaining("[neutral, happy]");
  }

  @Test
  void aSynthesisOfOtherFacesIsRefused() throws Exception {
    PrefixRef other = new TinySynthesis(store, generator).publish(crops(Split.VALIDATION), LABELS);

    InvalidInput refused = refusal(new EvaluateSynthesis(dataset, other, judge, generator));

    assertThat(refused.code()).isEqualTo("synthesis-of-other-data");
    assertThat(refused).hasMessageContaining("validation-0-neutral");
  }

  @Test
  void theGalleryShowsTheExpressionsThatWereSynthesised() throws Exception {
    PrefixRef two = new TinySynthesis(store, generator).publish(crops(Split.TEST), TWO);

    SynthesisEvaluated result = evaluate(new EvaluateSynthesis(dataset, two, judge, generator));

    assertThat(new String(store.read(result.page()), UTF_8))
        .contains("<span>input</span><span>neutral</span><span>happy</span></div>");
  }

  @Test
  void anEmptySynthesisIsRefused() throws Exception {
    PrefixRef empty = new TinySynthesis(store, generator).publish(List.of(), LABELS);

    InvalidInput refused = refusal(new EvaluateSynthesis(dataset, empty, judge, generator));

    assertThat(refused.code()).isEqualTo("synthesis-of-other-data");
    assertThat(refused).hasMessageContaining("none of its 0 images");
  }

  @Test
  void aDamagedPictureIsFoundBeforeItIsJudged() throws Exception {
    PrefixRef damaged = new TinySynthesis(store, generator).publish(crops(Split.TEST), LABELS);
    String picture = damaged.prefix() + "images/test-0-neutral/happy.png";
    byte[] other = object(Bucket.SYNTHESES, damaged.prefix() + "images/test-1-neutral/happy.png");
    store.put(Bucket.SYNTHESES, picture, other, "image/png");

    InvalidInput refused = refusal(new EvaluateSynthesis(dataset, damaged, judge, generator));

    assertThat(refused.code()).isEqualTo("object-corrupt");
    assertThat(refused).hasMessageContaining(picture);
  }

  @Test
  void aGeneratorInPlaceOfTheJudgeIsRefused() {
    InvalidInput refused = refusal(new EvaluateSynthesis(dataset, synthesis, generator, generator));

    assertThat(refused.code()).isEqualTo("checkpoint-unreadable");
  }

  private SynthesisEvaluated evaluate() throws Exception {
    return evaluate(new EvaluateSynthesis(dataset, synthesis, judge, generator));
  }

  private SynthesisEvaluated evaluate(EvaluateSynthesis task) throws Exception {
    return (SynthesisEvaluated) handler().handle(new Attempt(task, store, work));
  }

  private InvalidInput refusal(EvaluateSynthesis task) {
    Attempt attempt = new Attempt(task, store, work);
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> handler().handle(attempt));
    assertThat(refused).as("a refusal").isNotNull();
    assertThat(store.size(Bucket.REPORTS, attempt.prefix() + "report.json")).isEmpty();
    return refused;
  }

  private static EvalHandler handler() {
    return new EvalHandler(store, "cpu", 1);
  }

  private static byte[] object(Bucket bucket, String key) throws IOException {
    try (InputStream content = store.open(bucket, key)) {
      return content.readAllBytes();
    }
  }

  private static List<Crop> crops(Split split) {
    List<Crop> crops = new ArrayList<>();
    PreparedDataset.open(store, dataset).forEachCrop(split, crops::add);
    return crops;
  }
}
