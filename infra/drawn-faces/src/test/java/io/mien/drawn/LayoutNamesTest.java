package io.mien.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutNamesTest {

  private static final DrawnDataset DATASET = DrawnDataset.of(12, 2);

  @ParameterizedTest
  @EnumSource(Layout.class)
  void noTwoPicturesShareAPath(Layout layout) {
    List<String> paths = paths(layout, DrawnDataset.of(12, layout == Layout.RAFD ? 1 : 2));

    assertThat(new HashSet<>(paths)).hasSameSizeAs(paths).isNotEmpty();
  }

  @Test
  void imageFolderNamesFolderAfterExpressionAndFileAfterSubject() {
    assertThat(paths(Layout.IMAGE_FOLDER))
        .hasSize(12 * 7 * 2)
        .contains("neutral/P0001_01.png", "fearful/P0012_02.png");
  }

  @Test
  void csvLegendHasOneRowForEachPicture() {
    WritePlan plan = Layout.CSV_LEGEND.plan(DATASET);

    List<String> lines = plan.texts().get("legend.csv").lines().toList();

    assertThat(lines.get(0)).startsWith("image,emotion,subject,intensity,");
    assertThat(lines.subList(1, lines.size()))
        .hasSameSizeAs(plan.pictures())
        .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(16))
        .anySatisfy(line -> assertThat(line).startsWith("images/P0001_happy_01.png,happy,P0001,"));
  }

  @Test
  void ckPlusLabelsTheLastFrameOfASequenceThatStartsNeutral() {
    WritePlan plan = Layout.CK_PLUS.plan(DATASET);
    WritePlan.Picture first = plan.pictures().get(0);
    WritePlan.Picture last = plan.pictures().get(7);

    assertThat(first.path()).isEqualTo("cohn-kanade-images/S001/001/S001_001_00000001.png");
    assertThat(first.face().intensity()).isZero();
    assertThat(last.path()).isEqualTo("cohn-kanade-images/S001/001/S001_001_00000008.png");
    assertThat(last.face().intensity()).isEqualTo(DATASET.faces().get(2).intensity());
    assertThat(plan.texts())
        .hasSize(12 * 6 * 2)
        .containsEntry("Emotion/S001/001/S001_001_00000008_emotion.txt", "   5.0000000e+00\n");
  }

  @Test
  void kdefNamesFollowTheRealPattern() {
    assertThat(paths(Layout.KDEF))
        .hasSize(12 * 7 * 2)
        .allMatch(path -> path.matches("KDEF/([AB][FM]\\d\\d)/\\1(AF|AN|DI|HA|NE|SA|SU)S\\.JPG"));
  }

  @Test
  void kdefNamesTheFiveAngles() {
    List<String> paths = paths(Layout.KDEF, DATASET.withPoses(Pose.values()));

    assertThat(paths)
        .hasSize(12 * 7 * 2 * 5)
        .doesNotHaveDuplicates()
        .allMatch(
            path ->
                path.matches(
                    "KDEF/([AB][FM]\\d\\d)/\\1(AF|AN|DI|HA|NE|SA|SU)(FL|HL|S|HR|FR)\\.JPG"));
    assertThat(paths.subList(0, 5))
        .extracting(path -> path.replaceFirst(".*NE", ""))
        .containsExactly("FL.JPG", "HL.JPG", "S.JPG", "HR.JPG", "FR.JPG");
  }

  @Test
  void legendOfPosesHasAColumnForThem() {
    WritePlan plan = Layout.CSV_LEGEND.plan(DATASET.withPoses(Pose.values()));

    List<String> lines = plan.texts().get("legend.csv").lines().toList();

    assertThat(lines.get(0)).endsWith(",seed,pose");
    assertThat(lines.get(1)).startsWith("images/P0001_neutral_01_full-left.png,neutral,P0001,");
    assertThat(lines.subList(1, lines.size()))
        .hasSameSizeAs(plan.pictures())
        .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(17));
    for (int i = 0; i < plan.pictures().size(); i++) {
      String pose = plan.pictures().get(i).face().poseClass().label();
      assertThat(lines.get(i + 1)).endsWith("," + pose);
      assertThat(plan.pictures().get(i).path()).endsWith("_" + pose + ".png");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IMAGE_FOLDER", "CSV_LEGEND", "KDEF", "CELEBA"})
  void noTwoPosesShareAPath(Layout layout) {
    assertThat(paths(layout, DATASET.withPoses(Pose.HALF_LEFT, Pose.FULL_RIGHT)))
        .hasSize(12 * 7 * 2 * 2)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(names = {"CK_PLUS", "MUG", "RAFD"})
  void posesWithoutANameAreRefused(Layout layout) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> layout.plan(DrawnDataset.of(2, 1).withPoses(Pose.HALF_LEFT)))
        .withMessageContaining("HALF_LEFT")
        .withMessageContaining("csv-legend");
  }

  @Test
  void kdefHasNoNameForAThirdSession() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Layout.KDEF.plan(DrawnDataset.of(2, 3)))
        .withMessageContaining("99 people with 2 shots");
  }

  @ParameterizedTest
  @EnumSource(names = {"CK_PLUS", "KDEF", "MUG", "RAFD"})
  void moreSubjectsThanTheNamesHaveDigitsForAreRefused(Layout layout) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> layout.plan(DrawnDataset.of(1000, 1)))
        .withMessageContaining("not for 1000");
  }

  @Test
  void mugTakesHaveTheirApexInTheMiddle() {
    List<WritePlan.Picture> take = Layout.MUG.plan(DATASET).pictures().subList(42, 63);

    assertThat(take.get(0).path()).isEqualTo("subjects3/001/happiness/take000/img_0000.jpg");
    assertThat(take.get(0).face().intensity()).isZero();
    assertThat(take.get(10).face()).isEqualTo(DATASET.faces().get(2));
    assertThat(take.get(20).face().intensity()).isZero();
  }

  @Test
  void rafdNamesFollowTheRealPattern() {
    assertThat(paths(Layout.RAFD, DrawnDataset.of(12, 1)))
        .hasSize(12 * 7)
        .allMatch(path -> path.matches("Rafd090_\\d\\d_Caucasian_(fe)?male_[a-z]+_frontal\\.jpg"));
  }

  @Test
  void celebaTablesHaveARowForEachPicture() {
    WritePlan plan = Layout.CELEBA.plan(DATASET);

    Map<String, String> texts = plan.texts();

    assertThat(plan.pictures().get(0).path()).isEqualTo("img_align_celeba/000001.jpg");
    List<String> table = texts.get("list_attr_celeba.txt").lines().toList();
    assertThat(table.get(0)).isEqualTo("168");
    assertThat(table.get(1)).contains("Black_Hair", "Male", "Young");
    int columns = table.get(1).split(" ").length;
    assertThat(table.subList(2, table.size()))
        .hasSize(168)
        .allSatisfy(row -> assertThat(row.split(" +")).hasSize(columns + 1));
    assertThat(texts.get("identity_CelebA.txt")).hasLineCount(168).contains("000015.jpg 2\n");
    assertThat(texts.get("list_eval_partition.txt")).contains(" 0\n", " 1\n", " 2\n");
  }

  private static List<String> paths(Layout layout) {
    return paths(layout, DATASET);
  }

  private static List<String> paths(Layout layout, DrawnDataset dataset) {
    return layout.plan(dataset).pictures().stream().map(WritePlan.Picture::path).toList();
  }
}
