package io.mien.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PoseTest {

  private static final DrawnDataset STRAIGHT = DrawnDataset.of(3, 2);
  private static final DrawnDataset POSED = STRAIGHT.withPoses(Pose.values());

  @Test
  void labelsAreThoseThatTheNetworksLearn() {
    assertThat(Pose.values())
        .extracting(Pose::label)
        .containsExactly("full-left", "half-left", "straight", "half-right", "full-right");
    assertThat(Pose.values())
        .extracting(Pose::mirrored)
        .containsExactly(
            Pose.FULL_RIGHT, Pose.HALF_RIGHT, Pose.STRAIGHT, Pose.HALF_LEFT, Pose.FULL_LEFT);
  }

  @Test
  void everyYawHasTheNearestClass() {
    assertThat(Pose.of(-98)).isEqualTo(Pose.FULL_LEFT);
    assertThat(Pose.of(-53)).isEqualTo(Pose.HALF_LEFT);
    assertThat(Pose.of(12)).isEqualTo(Pose.STRAIGHT);
    assertThat(Pose.of(37)).isEqualTo(Pose.HALF_RIGHT);
    assertThat(Pose.of(82)).isEqualTo(Pose.FULL_RIGHT);
  }

  @Test
  void everyShotIsTakenInEveryPoseAtTheSameMoment() {
    List<DrawnFace> faces = POSED.faces();

    assertThat(faces).hasSize(3 * 7 * 2 * 5);
    for (int i = 0; i < faces.size(); i++) {
      DrawnFace face = faces.get(i);
      DrawnFace moment = faces.get(i - i % 5);
      assertThat(face.poseClass()).isEqualTo(Pose.values()[i % 5]);
      assertThat(face.action()).isEqualTo(moment.action());
      assertThat(face.shot().light()).isEqualTo(moment.shot().light());
      assertThat(face.subject()).isEqualTo(moment.subject());
    }
  }

  @Test
  void straightPicturesAreThoseOfTheDatasetWithoutPoses() {
    assertThat(POSED.faces())
        .filteredOn(face -> face.poseClass() == Pose.STRAIGHT)
        .isEqualTo(STRAIGHT.faces());
    assertThat(STRAIGHT.withPoses(Pose.STRAIGHT)).isEqualTo(STRAIGHT);
  }

  @Test
  void turnedHeadsStayNearTheAngleOfTheirClass() {
    assertThat(POSED.faces())
        .filteredOn(face -> face.poseClass() != Pose.STRAIGHT)
        .allSatisfy(
            face -> assertThat(face.pose().yaw()).isCloseTo(face.poseClass().yaw(), within(8.0)))
        .extracting(face -> face.pose().yaw())
        .doesNotHaveDuplicates();
  }

  @Test
  void posesAreTakenFromTheLeftInWhateverOrderTheyAreAskedFor() {
    assertThat(STRAIGHT.withPoses(Pose.FULL_RIGHT, Pose.HALF_LEFT).poses())
        .containsExactly(Pose.HALF_LEFT, Pose.FULL_RIGHT);
  }

  @Test
  void noPoseOrOneTwiceIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(STRAIGHT::withPoses);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STRAIGHT.withPoses(Pose.HALF_LEFT, Pose.HALF_LEFT))
        .withMessageContaining("HALF_LEFT");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pose.labelled("upside-down"))
        .withMessageContaining("full-left");
  }
}
