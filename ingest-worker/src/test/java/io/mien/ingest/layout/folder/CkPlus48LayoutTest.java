package io.mien.ingest.layout.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Folders;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CkPlus48LayoutTest {

  private final CkPlus48Layout layout = new CkPlus48Layout();

  @Test
  void folderIsTheLabelAndTheNameTellsTheRest() {
    DatasetListing listing =
        layout.list(
            Folders.named(
                "CK+48/Anger/S010_004_00000017.png",
                "CK+48/contempt/S138_008_00000007.png",
                "S010_004_00000019.png",
                "CK+48/happy/face.png"),
            LayoutOptions.DEFAULTS);

    Picture angry = Folders.picture(listing, "CK+48/Anger/S010_004_00000017.png");
    assertThat(angry.label()).isEqualTo(new Label.Known("angry"));
    assertThat(angry.subject()).isEqualTo("S010");
    assertThat(angry.attributes()).isEqualTo(Map.of("sequence", "004", "frame", "00000017"));
    assertThat(Folders.picture(listing, "CK+48/contempt/S138_008_00000007.png").label())
        .isEqualTo(new Label.Unknown("contempt"));
    assertThat(Folders.picture(listing, "S010_004_00000019.png").label())
        .isInstanceOf(Label.Missing.class);
    assertThat(Folders.picture(listing, "CK+48/happy/face.png").label())
        .isInstanceOf(Label.Missing.class);
  }

  @Test
  void isRecognisedByFramesInFoldersOfExpressions() {
    assertThat(layout.recognise(Folders.named("CK+48/fear/S010_004_00000017.png")))
        .contains(
            "1 of its 1 pictures are named like CK+48/fear/S010_004_00000017.png and lie in folders of expressions");
    assertThat(layout.recognise(Folders.named("S010/004/S010_004_00000017.png"))).isEmpty();
  }
}
