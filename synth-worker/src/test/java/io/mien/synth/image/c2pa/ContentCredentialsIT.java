package io.mien.synth.image.c2pa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed files, taken apart and verified by code that shares nothing with the writer. */
class ContentCredentialsIT {

  static final Map<String, String> MARKS =
      Map.of(
          "digitalSourceType",
          "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
          "Software",
          "Mien",
          "checkpoint",
          "c0ffee",
          "source",
          "5eed",
          "expression",
          "happy");

  private static final UUID ID = UUID.fromString("0b1c8c1e-7f6a-4f0e-9d3b-2f5f3f1e8a11");
  private static final RgbImage IMAGE = new RgbImage(16, 16, new byte[3 * 16 * 16]);

  @TempDir static Path folder;
  private static TestIdentity edwards;
  private static TestIdentity curve;

  @BeforeAll
  static void makeKeys() throws Exception {
    edwards = TestIdentity.make(folder, "edwards", "-keyalg", "Ed25519");
    curve = TestIdentity.make(folder, "curve", "-keyalg", "EC", "-groupname", "secp256r1");
  }

  @Test
  void signedPngHoldsAndShowsTheSamePixels() throws Exception {
    for (TestIdentity identity : List.of(edwards, curve)) {
      byte[] png = Png.encode(IMAGE);

      byte[] signed = credentials(identity).inPng(png, MARKS);

      assertThat(ReadManifest.ofPng(signed).faults()).isEmpty();
      assertThat(Png.decode(signed).rgb()).isEqualTo(IMAGE.rgb());
    }
  }

  @Test
  void signedJpegHolds() throws Exception {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(IMAGE.toBufferedImage(), "jpeg", jpeg);

    byte[] signed = credentials(curve).inJpeg(jpeg.toByteArray(), MARKS);

    assertThat(ReadManifest.ofJpeg(signed).faults()).isEmpty();
    assertThat(Png.decode(signed).width()).isEqualTo(16);
  }

  @Test
  void manifestSaysWhatWasMadeOfWhat() {
    ReadManifest read = ReadManifest.ofPng(credentials(edwards).inPng(Png.encode(IMAGE), MARKS));

    assertThat(read.urn()).isEqualTo("urn:c2pa:" + ID);
    assertThat(read.claim().get("claim_generator_info"))
        .isEqualTo(Map.of("name", "Mien", "version", "1.2"));
    Map<?, ?> created =
        (Map<?, ?>) ((List<?>) read.assertion("c2pa.actions.v2").get("actions")).get(0);
    assertThat(created.get("action")).isEqualTo("c2pa.created");
    assertThat(created.get("digitalSourceType")).isEqualTo(MARKS.get("digitalSourceType"));
    assertThat(read.assertion("c2pa.ingredient.v3").get("instanceID")).isEqualTo("sha256:c0ffee");
    assertThat(read.assertion("c2pa.ingredient.v3__1").get("instanceID")).isEqualTo("sha256:5eed");
    assertThat(read.assertion("c2pa.ingredient.v3__1").get("relationship")).isEqualTo("inputTo");
    assertThat(read.assertion("io.mien.generation")).isEqualTo(MARKS);
  }

  @Test
  void anotherPixelIsFound() throws Exception {
    byte[] signed = credentials(edwards).inPng(Png.encode(IMAGE), MARKS);

    signed[signed.length - 20] ^= 1;

    assertThat(ReadManifest.ofPng(signed).faults()).containsExactly("image");
  }

  @Test
  void anotherStatementIsFound() throws Exception {
    byte[] signed = credentials(edwards).inPng(Png.encode(IMAGE), MARKS);

    byte[] changed = new String(signed, ISO_8859_1).replace("happy", "angry").getBytes(ISO_8859_1);

    assertThat(ReadManifest.ofPng(changed).faults())
        .containsExactly("assertion io.mien.generation");
  }

  @Test
  void anotherClaimIsFound() throws Exception {
    byte[] signed = credentials(curve).inPng(Png.encode(IMAGE), MARKS);

    byte[] changed =
        new String(signed, ISO_8859_1).replace("xmp:iid:0", "xmp:iid:1").getBytes(ISO_8859_1);

    assertThat(ReadManifest.ofPng(changed).faults()).containsExactly("signature");
  }

  @Test
  void rootStaysOut() {
    assertThat(curve.read().chain()).hasSize(1);
  }

  @Test
  void keyOfAnotherCertificateIsRefused() throws Exception {
    TestIdentity other =
        TestIdentity.make(folder, "other", "-keyalg", "EC", "-groupname", "secp256r1");

    assertThatThrownBy(() -> PemFiles.read(curve.certificates(), other.key(), Instant.now()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CN=curve signer")
        .hasMessageContaining("the key is not that of the certificate");
    assertThatThrownBy(() -> PemFiles.read(curve.certificates(), edwards.key(), Instant.now()))
        .hasMessageContaining("is no such key in PKCS#8");
  }

  @Test
  void certificatesThatReadersRefuseAreRefused() throws Exception {
    TestIdentity server =
        TestIdentity.makeFor("serverAuth", folder, "server", "-keyalg", "Ed25519");

    assertThatThrownBy(server::read).hasMessageContaining("extended key usage names none");
    assertThatThrownBy(() -> PemFiles.read(edwards.authority(), edwards.key(), Instant.now()))
        .hasMessageContaining("self-signed");
    assertThatThrownBy(
            () ->
                PemFiles.read(
                    edwards.certificates(),
                    edwards.key(),
                    Instant.now().plus(Duration.ofDays(1000))))
        .hasMessageContaining("out of date");
    TestIdentity large = TestIdentity.make(folder, "rsa", "-keyalg", "RSA");
    assertThatThrownBy(large::read).hasMessageContaining("only Ed25519, P-256 and P-384");
  }

  @Test
  void filesThatAreNoneAreNamed() throws Exception {
    Path nothing = folder.resolve("nothing.pem");
    Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");

    assertThatThrownBy(() -> PemFiles.read(nothing, edwards.key(), Instant.now()))
        .hasMessageContaining("nothing.pem");
    assertThatThrownBy(() -> PemFiles.read(text, edwards.key(), Instant.now()))
        .hasMessageContaining("text.pem");
    assertThatThrownBy(() -> PemFiles.read(edwards.certificates(), text, Instant.now()))
        .hasMessageContaining("text.pem");
  }

  @Test
  void sameSizeSignedTwiceDiffersInTheSignatureOnly() {
    byte[] one = credentials(curve).inPng(Png.encode(IMAGE), MARKS);
    byte[] two = credentials(curve).inPng(Png.encode(IMAGE), MARKS);

    assertThat(Arrays.mismatch(one, two)).isGreaterThan(1500);
    assertThat(one).hasSameSizeAs(two);
  }

  private static ContentCredentials credentials(TestIdentity identity) {
    return new ContentCredentials(identity.read(), "1.2", () -> ID);
  }
}
