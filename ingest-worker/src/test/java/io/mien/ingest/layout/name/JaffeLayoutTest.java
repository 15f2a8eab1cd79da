package io.mien.ingest.layout.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.ingest.image.GreyTiffFile;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Folders;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JaffeLayoutTest {

  private final JaffeLayout layout = new JaffeLayout();

  @Test
  void nameTellsSubjectExpressionAndTake() {
    DatasetFolder folder = Folders.named("jaffe/KA.AN1.39.tiff", "jaffe/ym.fe4.70.TIF", "README");

    DatasetListing listing = layout.list(folder, LayoutOptions.DEFAULTS);

    assertThat(listing.pictures())
        .extracting(Picture::subject)
        .containsExactly("README", "KA", "YM");
    assertThat(listing.pictures())
        .extracting(Picture::label)
        .containsExactly(
            new Label.Missing("is not named as a picture of JAFFE"),
            new Label.Known("angry"),
            new Label.Known("fearful"));
    assertThat(listing.pictures().get(1).attributes()).isEqualTo(Map.of("take", "1"));
    assertThat(listing.pictures().get(1).content())
        .isEqualTo(new GreyTiffFile(folder.file("jaffe/KA.AN1.39.tiff")));
  }

  @Test
  void isRecognisedByItsNames() {
    assertThat(layout.recognise(Folders.named("KA.AN1.39.tiff"))).isPresent();
    assertThat(layout.recognise(Folders.named("KA.XX1.39.tiff", "holiday.tiff"))).isEmpty();
  }
}
