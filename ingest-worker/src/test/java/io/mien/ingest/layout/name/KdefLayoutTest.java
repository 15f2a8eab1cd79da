package io.mien.ingest.layout.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Folders;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KdefLayoutTest {

  private final KdefLayout layout = new KdefLayout();

  @ParameterizedTest
  @CsvSource({
    "KDEF/AF01/AF01ANS.JPG, F01, angry, A, female, straight",
    "KDEF/BM35/BM35AFHL.jpg, M35, fearful, B, male, half-left",
    "kdef/af07/af07dihr.jpg, F07, disgusted, A, female, half-right",
    "KDEF/AF01/AF01AFFL.JPG, F01, fearful, A, female, full-left",
    "KDEF/BF12/BF12HAFR.JPG, F12, happy, B, female, full-right",
    "KDEF/AM10/AM10NES.JPG, M10, neutral, A, male, straight",
    "KDEF/AF31/AF31V.JPG, F31, sad, A, female, half-left",
    "KDEF/AM31/AM31H.JPG, M31, surprised, A, male, half-right"
  })
  void nameTellsEverything(
      String source,
      String subject,
      String expression,
      String session,
      String gender,
      String pose) {
    Picture picture = list(source).pictures().get(0);

    assertThat(picture.subject()).isEqualTo(subject);
    assertThat(picture.label()).isEqualTo(new Label.Known(expression));
    assertThat(picture.attributes())
        .isEqualTo(Map.of("session", session, "gender", gender, "pose", pose));
  }

  @Test
  void otherFilesAreNotGuessed() {
    DatasetListing listing =
        list("KDEF/AF01/AF01ANS.JPG", "KDEF/AF01/AF01ANS.JPG.bak", "AF01XXS.JPG", "Lies mich.pdf");

    assertThat(listing.pictures())
        .filteredOn(picture -> picture.label() instanceof Label.Missing)
        .extracting(Picture::source)
        .containsExactly("AF01XXS.JPG", "KDEF/AF01/AF01ANS.JPG.bak", "Lies mich.pdf");
  }

  @Test
  void isRecognisedByTheNamesOfMostPictures() {
    assertThat(layout.recognise(Folders.named("x/AF01ANS.JPG", "x/AM31H.JPG", "notes.txt")))
        .contains("1 of its 2 pictures are named like x/AF01ANS.JPG");
    assertThat(layout.recognise(Folders.named("AF01ANS.JPG", "a.png", "b.png"))).isEmpty();
    assertThat(layout.recognise(Folders.named("AFRAID.JPG"))).isEmpty();
  }

  private DatasetListing list(String... files) {
    return layout.list(Folders.named(files), LayoutOptions.DEFAULTS);
  }
}
