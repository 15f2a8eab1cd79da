package io.mien.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Split;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.LabelGroup;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceFaceTest {

  private static final LabelGroup HAIR =
      LabelGroup.independent(
          "attributes",
          List.of("Black_Hair", "Brown_Hair", "Male"),
          List.of(List.of("Black_Hair", "Brown_Hair")));

  private final RgbImage image = TinyDataset.picture("happy", new Random(1));

  @Test
  void attributesThatTheDatasetTellsAreHeld() {
    SourceFace face = face(Map.of("Black_Hair", "-1", "Brown_Hair", "1", "Male", "1"));

    assertThat(face.known(HAIR))
        .isEqualTo(
            new KnownFace(image, Map.of("attributes", HAIR.held(List.of("Brown_Hair", "Male")))));
  }

  @Test
  void nothingIsKnownOfAFaceWithTwoColoursOfHair() {
    SourceFace face = face(Map.of("Black_Hair", "1", "Brown_Hair", "1", "Male", "1"));

    assertThat(face.known(HAIR)).isEqualTo(KnownFace.of(image));
  }

  private SourceFace face(Map<String, String> attributes) {
    return new SourceFace(
        new CropRecord(
            "k",
            "shards/test-00000.tar",
            "a.png",
            "anna",
            null,
            attributes,
            new FaceBox(0, 0, 1, 1, 0),
            new CropQuality(1, 1, 1),
            Split.TEST,
            ""),
        image);
  }
}
