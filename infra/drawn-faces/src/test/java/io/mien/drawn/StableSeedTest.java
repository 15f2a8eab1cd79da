package io.mien.drawn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;

/**
 * A seed means the same picture for ever. If one of these has to fail, raise {@link
 * DatasetWriter#DRAWING_VERSION} and pin anew.
 *
 * <p>Labels and parameters are pinned exactly on every JDK, and so are pixels on JDK 17. JDK 25
 * differs in 0.3 % of the channel values (edges, by at most 10 levels), so that everywhere a coarse
 * signature is compared too.
 */
class StableSeedTest {

  private static final int SIZE = 96;
  private static final int CELLS = 8;
  private static final DrawnDataset PINNED =
      DrawnDataset.of(6, 2).withSize(SIZE).withSeed(42).withBlend(.3);

  @Test
  void labelsAndParametersNeverChange() {
    String legend = CsvLegendPlanner.plan(PINNED).texts().get(CsvLegendPlanner.LEGEND);

    assertThat(sha256(legend.getBytes(UTF_8)))
        .isEqualTo("f41019d16f95753c3d21a93774c81971fb5308a0982e656faa936717faf75398");
  }

  @Test
  void posesAndTheirAnglesNeverChange() {
    String legend =
        CsvLegendPlanner.plan(PINNED.withPoses(Pose.values())).texts().get(CsvLegendPlanner.LEGEND);

    assertThat(sha256(legend.getBytes(UTF_8)))
        .isEqualTo("d13c29c526a62fd04fdf6598aa8e913e5ca308cff77d88452aec0ce40b2c6d6f");
  }

  @Test
  void coarseTurnedPicturesNeverChange() {
    assertSignature(
        turned(0),
        "6a69676562615e5c69666469695f5d5a66647a9a9a745a5964628fac9d745957"
            + "63629ac291635755615e729a897555535f5c5a5f726558515c5a574d4a49484d");
    assertSignature(
        turned(203),
        "6b7075777775716b6f767b6e6e7b7670727a4a31425f7a7373742f52b3a77c74"
            + "7279639db89b7a736f767d96b289766f6a71777e7d77706b57595d62646b6a65");
  }

  @Test
  @EnabledOnJre(JRE.JAVA_17)
  void turnedPixelsNeverChangeOnTheReferenceJdk() {
    assertThat(sha256(pixels(turned(0))))
        .isEqualTo("98f350bfce64703f860a0afebac0f2000b14ce53c6a73898925132df08f24f8f");
    assertThat(sha256(pixels(turned(116))))
        .isEqualTo("e9beac31ef668974efcd818768ddc1883e60afc6f61051b44865fea457a7f253");
    assertThat(sha256(pixels(turned(203))))
        .isEqualTo("eff7fcc849127254ed22ff195a040354bb7f7215f2bc09d2001bf34f53b755bb");
    assertThat(sha256(pixels(turned(379))))
        .isEqualTo("6bf52295ff2805e7054506263e65373f0f9fb58a0fac1c3a27246c6032d05032");
  }

  @Test
  void coarsePicturesNeverChange() {
    assertSignature(
        picture(0),
        "6a69676562615e5c6966646b6b5f5d5a666471a0aa6f5a596462899b9d8f5957"
            + "636180b4b4845755615e5e878b6355535f5d626e76605e525b524e4c4b484847");
    assertSignature(
        picture(40),
        "6b7075777775716b6f767b716c7a7670727a6451594f7a73737b6488a16f7874"
            + "727a7a9aa18379736f7676869085766f6a7273777b75706b575b5b63656a6a65");
  }

  @Test
  @EnabledOnJre(JRE.JAVA_17)
  void pixelsNeverChangeOnTheReferenceJdk() {
    assertThat(sha256(pixels(picture(0))))
        .isEqualTo("9199db17c76149396e5eb470166077d2db41699124e05fe02c8624b3b6d48f2b");
    assertThat(sha256(pixels(picture(23))))
        .isEqualTo("f278ea8a7e6f3f0373f675876e9dbaf63f961a91795456d2c57181927ee24763");
    assertThat(sha256(pixels(picture(40))))
        .isEqualTo("9b018be2af9f7615afc6292fe704daa4a5ec4e05b92494d9d1bcef8171595041");
    assertThat(sha256(pixels(picture(75))))
        .isEqualTo("26e05bc002ab00104139e6dc4aefee4fc9f1d89fc2dca46c09abc3c0c90f0a69");
  }

  private static BufferedImage picture(int index) {
    return PINNED.faces().get(index).render(PINNED.size());
  }

  private static BufferedImage turned(int index) {
    return PINNED.withPoses(Pose.values()).faces().get(index).render(PINNED.size());
  }

  /** Compares the mean brightness of 8 x 8 cells, each pinned as a byte in hexadecimal. */
  private static void assertSignature(BufferedImage picture, String pinned) {
    byte[] found = signature(picture);
    byte[] wanted = HexFormat.of().parseHex(pinned);
    for (int cell = 0; cell < found.length; cell++) {
      assertThat(found[cell] & 255)
          .as("cell %d of %s", cell, HexFormat.of().formatHex(found))
          .isCloseTo(wanted[cell] & 255, within(2));
    }
  }

  private static byte[] signature(BufferedImage picture) {
    int side = SIZE / CELLS;
    byte[] means = new byte[CELLS * CELLS];
    for (int cell = 0; cell < means.length; cell++) {
      int[] pixels =
          picture.getRGB(cell % CELLS * side, cell / CELLS * side, side, side, null, 0, side);
      int sum = 0;
      for (int rgb : pixels) {
        sum += (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
      }
      means[cell] = (byte) (sum / (3 * pixels.length));
    }
    return means;
  }

  private static byte[] pixels(BufferedImage picture) {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE * SIZE * Integer.BYTES);
    bytes.asIntBuffer().put(picture.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE));
    return bytes.array();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256, this one does not", e);
    }
  }
}
