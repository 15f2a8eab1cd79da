package io.mien.synth.image;

import io.mien.networks.image.RgbImage;
import io.mien.synth.image.watermark.FoundWatermark;
import io.mien.synth.image.watermark.WatermarkReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A program that says which marks images carry:
 *
 * <pre>java -cp 'quarkus-app/app/*:quarkus-app/lib/main/*' io.mien.synth.image.ImageCheck FILE…
 * </pre>
 *
 * <p>It does not verify signatures: that is for a reader with a list of whom to trust.
 */
public final class ImageCheck {

  private static final Pattern XMP_PROPERTY =
      Pattern.compile("<(?:Iptc4xmpExt|xmp|mien):(\\w+)>([^<]*)<");

  /** A description box of the manifest store's type, in a PNG as in a JPEG. */
  private static final String MANIFEST_STORE = "jumdc2pa";

  private ImageCheck() {}

  public static void main(String[] files) throws IOException {
    WatermarkReader reader = new WatermarkReader();
    for (String file : files) {
      System.out.print(report(file, Files.readAllBytes(Path.of(file)), reader));
    }
  }

  static String report(String name, byte[] file, WatermarkReader reader) throws IOException {
    String text = new String(file, StandardCharsets.UTF_8);
    StringBuilder report = new StringBuilder(name).append('\n');
    Matcher property = XMP_PROPERTY.matcher(text);
    while (property.find()) {
      line(report, "XMP " + property.group(1), property.group(2));
    }
    line(
        report,
        "C2PA manifest",
        text.contains(MANIFEST_STORE) ? "there; verify it with c2patool" : "none");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    line(
        report,
        "watermark",
        image == null ? "the image cannot be read" : watermark(reader.search(RgbImage.of(image))));
    return report.toString();
  }

  private static String watermark(Optional<FoundWatermark> found) {
    return found
        .map(
            it ->
                String.format(
                    Locale.ROOT,
                    "installation %d, checkpoint %04x…, agreement %.2f",
                    it.payload().installation(),
                    it.payload().checkpoint(),
                    it.agreement()))
        .orElse("none");
  }

  private static void line(StringBuilder report, String what, String value) {
    report.append("  ").append(what).append(": ").append(value).append('\n');
  }
}
