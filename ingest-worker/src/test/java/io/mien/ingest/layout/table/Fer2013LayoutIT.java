package io.mien.ingest.layout.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.image.PictureRefused;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Folders;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Fer2013LayoutIT {

  private static final int PIXELS = 48 * 48;

  @TempDir Path root;

  @Test
  void linesArePictures() throws IOException {
    Folders.write(
        root,
        "fer2013.csv",
        "emotion,pixels,Usage\n0,%s,Training\n3,%s,PublicTest\n6,%s,PrivateTest\n"
            .formatted(pixels(0), pixels(100), pixels(200)));

    DatasetListing listing = list();

    assertThat(listing.pictures())
        .extracting(Picture::source)
        .containsExactly("fer2013.csv#000002", "fer2013.csv#000003", "fer2013.csv#000004");
    assertThat(listing.pictures())
        .extracting(Picture::label)
        .containsExactly(
            new Label.Known("angry"), new Label.Known("happy"), new Label.Known("neutral"));
    assertThat(listing.pictures())
        .extracting(Picture::attributes)
        .containsExactly(
            Map.of("partition", "train"),
            Map.of("partition", "validation"),
            Map.of("partition", "test"));
    assertThat(listing.forgotten(Folders.open(root).files())).isEmpty();
    BufferedImage second = image(listing.pictures().get(1));
    assertThat(second.getWidth()).isEqualTo(48);
    assertThat(second.getRaster().getSample(0, 0, 0)).isEqualTo(100);
    assertThat(second.getRaster().getSample(2, 1, 0)).isEqualTo((100 + 50) % 256);
  }

  @Test
  void theOtherOrderWithQuotesSpacesAndWindowsLinesIsReadToo() throws IOException {
    Folders.write(
        root,
        "icml_face_data.csv",
        "\uFEFFemotion, Usage, pixels\r\n\"4\",Training,\"%s\"\r\n\r\n5,Training,%s"
            .formatted(pixels(7), pixels(9)));

    DatasetListing listing = list();

    assertThat(listing.pictures())
        .extracting(Picture::label)
        .containsExactly(new Label.Known("sad"), new Label.Known("surprised"));
    assertThat(image(listing.pictures().get(0)).getRaster().getSample(0, 0, 0)).isEqualTo(7);
    assertThat(image(listing.pictures().get(1)).getRaster().getSample(0, 0, 0)).isEqualTo(9);
  }

  @Test
  void malformedLinesAreRefusedOneByOne() throws IOException {
    Folders.write(
        root,
        "fer2013.csv",
        "emotion,pixels,Usage\n1,1 2 3,Training\n1,%s 5,Training\n1,%s,Training\n9,%s,Training\n,%s,\n\"\n"
            .formatted(pixels(0), pixels(0).replaceFirst("^0", "256"), pixels(0), pixels(0)));

    DatasetListing listing = list();

    assertThat(listing.pictures()).hasSize(6);
    assertRefused(listing, 0, Rejection.Code.TRUNCATED, "line 2 has 3 grey values");
    assertRefused(listing, 1, Rejection.Code.NOT_AN_IMAGE, "line 3 has 2,305 grey values");
    assertRefused(listing, 2, Rejection.Code.NOT_AN_IMAGE, "line 4 says '256'");
    assertRefused(listing, 5, Rejection.Code.TRUNCATED, "line 7");
    assertThat(listing.pictures().get(3).label()).isEqualTo(new Label.Unknown("9"));
    assertThat(listing.pictures().get(4).label()).isInstanceOf(Label.Missing.class);
  }

  @Test
  void withoutItsColumnsItIsRefused() throws IOException {
    Folders.write(root, "fer2013.csv", "emotion;pixels\n0;1\n");

    assertThat(new Fer2013Layout().recognise(Folders.open(root))).isEmpty();
    assertThatThrownBy(this::list)
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no CSV has the columns emotion and pixels");
  }

  private static void assertRefused(
      DatasetListing listing, int picture, Rejection.Code code, String detail) {
    assertThatThrownBy(() -> listing.pictures().get(picture).content().read())
        .isInstanceOf(PictureRefused.class)
        .hasMessageContaining(detail)
        .extracting(e -> ((PictureRefused) e).code())
        .isEqualTo(code);
  }

  private static BufferedImage image(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.content().read()));
  }

  private static String pixels(int first) {
    return IntStream.range(0, PIXELS)
        .mapToObj(i -> Integer.toString((first + i) % 256))
        .collect(Collectors.joining(" "));
  }

  private DatasetListing list() {
    return new Fer2013Layout().list(Folders.open(root), LayoutOptions.DEFAULTS);
  }
}
