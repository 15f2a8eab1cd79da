package io.mien.networks.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelGroup;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageSetTest {
  private static final RgbImage GREY = new RgbImage(1, 1, new byte[] {7, 8, 9});
  private static final LabelGroup ATTRIBUTES =
      LabelGroup.independent("attributes", List.of("a", "b", "c"), List.of(List.of("a", "b")));

  @Test
  void fingerprintOfExpressionsIsThatOfEarlierVersions() throws NoSuchAlgorithmException {
    ImageSet images =
        new ImageSet(
            1,
            LabelGroup.exclusive(List.of("neutral", "happy")),
            List.of(new LabelledImage(GREY, 1, "anna")));
    byte[] head =
        "LabelGroup[kind=EXCLUSIVE, names=[neutral, happy]]1\nanna\nnull\n"
            .getBytes(StandardCharsets.UTF_8);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(head);
    digest.update(GREY.rgb());
    assertThat(images.fingerprint()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void fingerprintTellsGroupsAndRowsApart() {
    assertThat(List.of(set("x", 0), set("x", 2), set("y", 0), set("y", 0, 2), set("y")))
        .extracting(ImageSet::fingerprint)
        .doesNotHaveDuplicates();
  }

  private static ImageSet set(String name, Integer... held) {
    LabelGroup group = LabelGroup.independent(name, List.of("a", "b", "c"), List.of());
    return new ImageSet(1, group, List.of(image(held)));
  }

  private static LabelledImage image(Integer... held) {
    return new LabelledImage(GREY, new HeldLabels(List.of(held)), "anna", null);
  }

  @Test
  void rowsThatTheGroupDoesNotAllowAreRefusedWithTheirPosition() {
    assertThatThrownBy(() -> new ImageSet(1, ATTRIBUTES, List.of(image(0), image(0, 1))))
        .hasMessageContaining("Image 1")
        .hasMessageContaining("[a, b]");
    assertThatThrownBy(() -> new ImageSet(1, ATTRIBUTES, List.of(image(3))))
        .hasMessageContaining("Image 0")
        .hasMessageContaining("Label 3");
    assertThat(new ImageSet(1, ATTRIBUTES, List.of(image(), image(1, 2))).distinctLabels())
        .isEqualTo(2);
  }
}
