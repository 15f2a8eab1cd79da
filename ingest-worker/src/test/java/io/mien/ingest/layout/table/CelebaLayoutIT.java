package io.mien.ingest.layout.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Rejection;
import io.mien.drawn.DrawnDataset;
import io.mien.drawn.Layout;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Folders;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CelebaLayoutIT {

  private static final String HEADER = "5\n5_o_Clock_Shadow Black_Hair Smiling \n";

  @TempDir Path root;

  @Test
  void attributesPeopleAndPartsAreRead() throws IOException {
    Folders.touch(root, "img_align_celeba/000001.jpg", "img_align_celeba/000002.jpg");
    Folders.write(
        root,
        "Anno/list_attr_celeba.txt",
        HEADER + "000001.jpg -1  1 -1\n000002.jpg  1 -1     1 \r\n\n");
    Folders.write(root, "Anno/identity_CelebA.txt", "000001.jpg 2880\n000002.jpg 17\n");
    Folders.write(root, "Eval/list_eval_partition.txt", "000001.jpg 0\n000002.jpg 2\n");

    DatasetListing listing = list();

    Picture first = listing.pictures().get(0);
    assertThat(first.subject()).isEqualTo("2880");
    assertThat(first.label()).isEqualTo(new Label.NotGiven());
    assertThat(first.attributes())
        .isEqualTo(
            Map.of(
                "5_o_Clock_Shadow", "no",
                "Black_Hair", "yes",
                "Smiling", "no",
                "partition", "train"));
    assertThat(listing.pictures().get(1).attributes())
        .containsEntry("Smiling", "yes")
        .containsEntry("partition", "test");
    assertThat(listing.rejections()).isEmpty();
    assertThat(listing.tables()).hasSize(3);
    assertThat(listing.forgotten(Folders.open(root).files())).isEmpty();
  }

  @Test
  void copiesAsCsvAndLosslessPicturesAreRead() throws IOException {
    Folders.touch(root, "img_align_celeba/000001.png");
    Folders.write(root, "list_attr_celeba.csv", "\uFEFFimage_id,Male,Young\r\n000001.jpg,1,-1\r\n");
    Folders.write(root, "list_eval_partition.csv", "image_id,partition\r\n000001.jpg,1\r\n");

    Picture picture = list().pictures().get(0);

    assertThat(picture.source()).isEqualTo("img_align_celeba/000001.png");
    assertThat(picture.subject()).isEqualTo(picture.source());
    assertThat(picture.attributes())
        .isEqualTo(Map.of("Male", "yes", "Young", "no", "partition", "validation"));
  }

  @Test
  void everyRowAndEveryFileIsAccountedFor() throws IOException {
    Folders.touch(root, "i/000001.jpg", "i/000002.jpg", "i/000003.jpg", "i/000009.jpg");
    Folders.write(
        root,
        "list_attr_celeba.txt",
        HEADER
            + "000001.jpg -1 1 -1\n"
            + "000001.jpg -1 1 -1\n"
            + "000002.jpg -1 1\n"
            + "000003.jpg -1 1 yes\n"
            + "000004.jpg -1 1 1\n");

    DatasetListing listing = list();

    assertThat(listing.rejections())
        .extracting(Rejection::source, Rejection::code)
        .containsExactly(
            tuple("i/000001.jpg", Rejection.Code.DUPLICATE),
            tuple("000004.jpg", Rejection.Code.MISSING_FILE));
    assertThat(listing.pictures())
        .extracting(Picture::label)
        .containsExactly(
            new Label.NotGiven(),
            new Label.Missing("line 5 has 2 values for 3 attributes"),
            new Label.Missing("line 6 says 'yes' of Smiling, neither 1 nor -1"),
            new Label.Missing("not named in list_attr_celeba.txt"));
    assertThat(listing.forgotten(Folders.open(root).files())).isEmpty();
  }

  @Test
  void drawnOnesAreRead() throws IOException {
    DrawnDataset drawn = DrawnDataset.of(11, 1).withSize(32);
    drawn.write(root, Layout.CELEBA, (done, total) -> {});

    DatasetListing listing = list();

    assertThat(listing.rejections()).isEmpty();
    assertThat(listing.pictures())
        .hasSize(drawn.faces().size())
        .allMatch(picture -> picture.isUsable() && picture.attributes().containsKey("Smiling"));
    assertThat(listing.pictures())
        .extracting(picture -> picture.attributes().get("partition"))
        .contains("train", "validation", "test");
    assertThat(listing.pictures().stream().map(Picture::subject).distinct()).hasSize(11);
  }

  private DatasetListing list() {
    return new CelebaLayout().list(Folders.open(root), LayoutOptions.DEFAULTS);
  }
}
