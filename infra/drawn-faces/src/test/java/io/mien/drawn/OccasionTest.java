package io.mien.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OccasionTest {

  @Test
  void aSessionKeepsLightAndBackgroundWhileTheHeadMovesALittle() {
    List<DrawnFace> faces = DrawnDataset.of(1, 1).withOccasion(Occasion.SESSION).faces();

    assertThat(faces)
        .extracting(face -> face.shot().light())
        .containsOnly(faces.get(0).shot().light());
    assertThat(faces)
        .extracting(face -> face.shot().backdrop())
        .containsOnly(faces.get(0).shot().backdrop());
    assertThat(faces).extracting(DrawnFace::pose).doesNotHaveDuplicates();
    assertThat(faces)
        .allSatisfy(
            face ->
                assertThat(face.pose().roll()).isCloseTo(faces.get(0).pose().roll(), within(9.0)));
  }

  @Test
  void sessionsOfPeopleAndOfShotsDiffer() {
    List<DrawnFace> faces = DrawnDataset.of(2, 2).withOccasion(Occasion.SESSION).faces();

    assertThat(faces.stream().map(face -> face.shot().light()).distinct()).hasSize(4);
  }

  @Test
  void snapshotsHaveALightOfTheirOwn() {
    List<DrawnFace> faces = DrawnDataset.of(1, 1).faces();

    assertThat(faces).extracting(face -> face.shot().light()).doesNotHaveDuplicates();
  }
}
