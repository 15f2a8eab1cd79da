package io.mien.ingest.layout.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Folders;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.layout.choice.LayoutChoice;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLegendLayoutIT {

  @TempDir Path root;

  @Test
  void readsLabelsSubjectsAndAttributes() throws IOException {
    write("images/a.png", "");
    write("images/b.png", "");
    write("legend.csv", "Image,Emotion,Subject,age\na.png,ANGER,P1,30\nb.png,joy,P2,\n");

    DatasetListing listing = list();

    Picture first = listing.pictures().get(0);
    assertThat(first.source()).isEqualTo("images/a.png");
    assertThat(first.label()).isEqualTo(new Label.Known("angry"));
    assertThat(first.subject()).isEqualTo("P1");
    assertThat(first.attributes()).containsOnlyKeys("age").containsEntry("age", "30");
    assertThat(listing.pictures().get(1).attributes()).isEmpty();
  }

  @Test
  void anotherColumnNeverStandsInForAnEmptyCell() throws IOException {
    write("a.png", "");
    write("legend.csv", "image,emotion,class,subject,identity\na.png,,happy,,P9\n");

    Picture picture = list().pictures().get(0);

    assertThat(picture.label()).isEqualTo(new Label.Missing("line 2 has no label"));
    assertThat(picture.subject()).isEqualTo("a.png");
    assertThat(picture.attributes())
        .containsOnly(Map.entry("class", "happy"), Map.entry("identity", "P9"));
  }

  @Test
  void everyFileAndEveryRowIsAccountedFor() throws IOException {
    write("a.png", "");
    write("unnamed.png", "");
    write("legend.csv", "file_name,label\na.png,sad\nmissing.png,sad\na.png,happy\n");

    DatasetListing listing = list();

    assertThat(listing.pictures())
        .extracting(Picture::source)
        .containsExactly("a.png", "unnamed.png");
    assertThat(listing.pictures().get(0).label()).isEqualTo(new Label.Known("sad"));
    assertThat(listing.pictures().get(1).label())
        .isEqualTo(new Label.Missing("not named in legend.csv"));
    assertThat(listing.rejections())
        .containsExactly(
            new Rejection(
                "missing.png", Rejection.Code.MISSING_FILE, "line 3: no such file in the dataset"),
            new Rejection(
                "a.png",
                Rejection.Code.DUPLICATE,
                "line 4 names the picture again, as 'happy'; the first line counts"));
  }

  @Test
  void quotesSemicolonsByteOrderMarksAndOldEncodingsAreRead() throws IOException {
    write("Zo\u00eb, 1.png", "");
    write("legend.csv", "\uFEFFimage;emotion\r\n\"Zo\u00eb, 1.png\";fear\r\n");
    assertThat(list().pictures().get(0).label()).isEqualTo(new Label.Known("fearful"));

    write("legend.csv", "image;emotion\nZo\u00eb, 1.png;sad\n", StandardCharsets.ISO_8859_1);
    assertThat(list().pictures().get(0).label()).isEqualTo(new Label.Known("sad"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
  void unicodeTextOfSpreadsheetsIsRead(String charset) throws IOException {
    write("Zo\u00eb.png", "");
    write("legend.csv", "\uFEFFimage\temotion\nZo\u00eb.png\tsad\n", Charset.forName(charset));

    assertThat(list().pictures().get(0).label()).isEqualTo(new Label.Known("sad"));
  }

  @Test
  void withoutAColumnOfLabelsThePicturesHaveAttributesAlone() throws IOException {
    write("a.png", "");
    write("b.png", "");
    write("legend.csv", "image,glasses,Split\r\na.png,yes,Training\r\nb.png,no,elsewhere\r\n");

    DatasetListing listing = list();

    assertThat(listing.pictures()).extracting(Picture::label).containsOnly(new Label.NotGiven());
    assertThat(listing.pictures())
        .extracting(Picture::attributes)
        .containsExactly(
            Map.of("glasses", "yes", "partition", "train"),
            Map.of("glasses", "no", "split", "elsewhere"));
  }

  @Test
  void aLegendOfNothingButImagesIsRefused() throws IOException {
    write("legend.csv", "image,subject\na.png,P1\n");

    assertThatThrownBy(this::list)
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no label column among [image, subject]");
  }

  @Test
  void missingColumnsAreNamed() throws IOException {
    write("legend.csv", "picture,mood\na.png,sad\n");

    assertThatThrownBy(this::list)
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no image column among [picture, mood]")
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo("legend-columns-missing");
  }

  @Test
  void autoChoosesTheLegendAndSaysWhy() throws IOException {
    write("happy/a.png", "");
    write("legend.csv", "image,emotion\n");

    LayoutChoice choice = LayoutChoice.of("auto", LayoutOptions.DEFAULTS, Folders.open(root));

    assertThat(choice.layout().name()).isEqualTo("csv-legend");
    assertThat(choice.reason()).isEqualTo("it has a legend.csv");
  }

  @Test
  void aLegendInTheOnlyFolderIsOneAtTheTop() throws IOException {
    write("faces/happy/a.png", "");
    write("faces/sad/a.png", "");
    write("faces/legend.csv", "image,emotion\nhappy/a.png,joy\nsad/a.png,SAD\n");

    DatasetListing listing = list();

    assertThat(listing.rejections()).isEmpty();
    assertThat(listing.pictures())
        .extracting(Picture::source, Picture::expression)
        .containsExactly(tuple("faces/happy/a.png", "happy"), tuple("faces/sad/a.png", "sad"));
  }

  @Test
  void emptyFoldersAreTold() {
    assertThatThrownBy(() -> Folders.open(root))
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo("dataset-empty");
  }

  private DatasetListing list() {
    return new CsvLegendLayout().list(Folders.open(root), LayoutOptions.DEFAULTS);
  }

  private void write(String name, String text) throws IOException {
    write(name, text, StandardCharsets.UTF_8);
  }

  private void write(String name, String text, Charset charset) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(charset));
  }
}
