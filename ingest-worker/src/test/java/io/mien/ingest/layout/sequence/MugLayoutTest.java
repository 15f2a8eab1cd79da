package io.mien.ingest.layout.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Folders;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MugLayoutTest {

  private final MugLayout layout = new MugLayout();

  @Test
  void framesAroundTheApexAreTakenAndTheOthersReported() {
    DatasetListing listing =
        list(LayoutOptions.DEFAULTS, take("subjects3/017/happiness/take000", 7, 21));

    assertThat(listing.pictures())
        .extracting(picture -> picture.attributes().get("frame"))
        .containsExactly("0012", "0015", "0017", "0020", "0022");
    assertThat(listing.pictures()).extracting(Picture::subject).containsOnly("017");
    assertThat(listing.pictures())
        .extracting(Picture::label)
        .containsOnly(new Label.Known("happy"));
    assertThat(listing.pictures().get(0).attributes()).containsEntry("take", "take000");
    assertThat(listing.rejections())
        .hasSize(16)
        .allMatch(rejection -> rejection.code() == Rejection.Code.NOT_CHOSEN);
  }

  @Test
  void theNumberOfFramesIsAChoice() {
    LayoutOptions one = new LayoutOptions(1, null, null, null);

    assertThat(list(one, take("001/anger", 0, 50)).pictures())
        .extracting(Picture::source)
        .containsExactly("001/anger/img_0025.jpg");
  }

  @Test
  void takesDirectlyUnderThePersonHaveNoLabelAndMixedOnesAnUnknownOne() {
    DatasetListing listing =
        list(
            LayoutOptions.DEFAULTS,
            "subjects3/001/take000/img_0000.jpg",
            "subjects3/001/mixed/take000/img_0000.jpg",
            "subjects3/002/img_0000.jpg",
            "subjects3/002/sadness/take000/notes.txt",
            "somewhere/img_0000.jpg");

    assertThat(Folders.picture(listing, "subjects3/001/take000/img_0000.jpg").label())
        .isInstanceOf(Label.Missing.class);
    assertThat(Folders.picture(listing, "subjects3/001/mixed/take000/img_0000.jpg").label())
        .isEqualTo(new Label.Unknown("mixed"));
    assertThat(Folders.picture(listing, "subjects3/002/img_0000.jpg").subject()).isEqualTo("002");
    assertThat(Folders.picture(listing, "somewhere/img_0000.jpg").label())
        .isEqualTo(new Label.Missing("lies in the folder of no person"));
    assertThat(listing.pictures()).hasSize(5);
  }

  @Test
  void isRecognisedByTakesOfNumberedPeople() {
    assertThat(layout.recognise(Folders.named("s/001/fear/take1/img_0003.jpg")))
        .contains("it has takes of numbered people such as s/001/fear/take1/img_0003.jpg");
    assertThat(layout.recognise(Folders.named("fear/img_0003.jpg"))).isEmpty();
    assertThat(layout.recognise(Folders.named("001/holiday/img_0003.jpg"))).isEmpty();
  }

  @Test
  void attributesAreTheTakeAndTheFrame() {
    assertThat(
            list(LayoutOptions.DEFAULTS, "001/fear/a/b/img_12.JPG").pictures().get(0).attributes())
        .isEqualTo(Map.of("take", "a/b", "frame", "12"));
  }

  private static String[] take(String folder, int first, int frames) {
    return IntStream.range(first, first + frames)
        .mapToObj(frame -> "%s/img_%04d.jpg".formatted(folder, frame))
        .toArray(String[]::new);
  }

  private DatasetListing list(LayoutOptions options, String... files) {
    return layout.list(Folders.named(files), options);
  }
}
