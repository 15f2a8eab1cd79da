package io.mien.synth.image.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What C2PA's own library says of our files. */
@EnabledIfEnvironmentVariable(
    named = "MIEN_TEST_C2PA_PYTHON",
    matches = ".+",
    disabledReason = "MIEN_TEST_C2PA_PYTHON names no Python that has c2pa-python")
class ExternalReaderIT {

  private static final Path SCRIPT = Path.of("src/test/python/check_credentials.py");

  @TempDir Path folder;

  @Test
  void readerTrustsWhatWeSignAndFindsChanges() throws Exception {
    List<List<String>> kinds =
        List.of(
            List.of("-keyalg", "Ed25519"),
            List.of("-keyalg", "EC", "-groupname", "secp256r1"),
            List.of("-keyalg", "EC", "-groupname", "secp384r1", "-sigalg", "SHA384withECDSA"));
    for (List<String> kind : kinds) {
      TestIdentity identity =
          TestIdentity.make(folder, "k" + kinds.indexOf(kind), kind.toArray(String[]::new));
      ContentCredentials credentials =
          new ContentCredentials(identity.read(), "1.2", UUID::randomUUID);
      RgbImage image = new RgbImage(16, 16, new byte[3 * 16 * 16]);
      byte[] png = credentials.inPng(Png.encode(image), ContentCredentialsIT.MARKS);
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(image.toBufferedImage(), "jpeg", jpeg);
      byte[] signedJpeg = credentials.inJpeg(jpeg.toByteArray(), ContentCredentialsIT.MARKS);

      assertThat(stateOf(png, "a.png", identity)).isEqualTo("Trusted");
      assertThat(stateOf(signedJpeg, "a.jpg", identity)).isEqualTo("Trusted");
      png[png.length - 20] ^= 1;
      assertThat(stateOf(png, "changed.png", identity))
          .isEqualTo("Invalid assertion.dataHash.mismatch");
    }
  }

  private String stateOf(byte[] image, String name, TestIdentity identity) throws Exception {
    Path file = Files.write(folder.resolve(name), image);
    Process process =
        new ProcessBuilder(
                System.getenv("MIEN_TEST_C2PA_PYTHON"),
                SCRIPT.toString(),
                identity.authority().toString(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
