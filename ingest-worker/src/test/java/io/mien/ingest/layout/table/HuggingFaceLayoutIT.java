package io.mien.ingest.layout.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Folders;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuggingFaceLayoutIT {

  @TempDir Path root;

  @Test
  void namesAreRelativeToTheMetadata() throws IOException {
    Folders.touch(root, "train/0001.png", "test/0001.png", "test/deep/0002.png");
    Folders.write(
        root,
        "train/metadata.csv",
        "file_name,label,Black_Hair,subject\n0001.png,Happiness,true,Ünal\n0009.png,sad,,\n");
    Folders.write(
        root,
        "test/metadata.jsonl",
        """
        {"file_name": "0001.png", "label": 3, "Black_Hair": false, "boxes": {"x": [1]}, "no": null}

        {"file_name": "deep/0002.png", "Black_Hair": true}
        {"file_name": "deep/0002.png"
        [1, 2]
        """);

    DatasetListing listing = list();

    assertThat(listing.pictures())
        .extracting(Picture::source, Picture::label, Picture::attributes)
        .containsExactly(
            tuple(
                "test/0001.png",
                new Label.Unknown("3"),
                Map.of("Black_Hair", "false", "partition", "test")),
            tuple(
                "test/deep/0002.png",
                new Label.Missing("its row has no label"),
                Map.of("Black_Hair", "true", "partition", "test")),
            tuple(
                "train/0001.png",
                new Label.Known("happy"),
                Map.of("Black_Hair", "true", "partition", "train")));
    assertThat(listing.pictures().get(2).subject()).isEqualTo("Ünal");
    assertThat(listing.rejections())
        .extracting(Rejection::source, Rejection::code)
        .containsExactly(
            tuple("test/metadata.jsonl", Rejection.Code.UNREADABLE),
            tuple("test/metadata.jsonl", Rejection.Code.UNREADABLE),
            tuple("train/0009.png", Rejection.Code.MISSING_FILE));
    assertThat(listing.forgotten(Folders.open(root).files())).isEmpty();
  }

  @Test
  void withoutLabelsTheFoldersOfExpressionsAreTheLabels() throws IOException {
    Folders.touch(root, "happy/a.png", "faces/b.png");
    Folders.write(
        root, "metadata.csv", "file_name,glasses\r\nhappy/a.png,yes\r\nfaces/b.png,no\r\n");

    assertThat(list().pictures())
        .extracting(Picture::label)
        .containsExactly(new Label.NotGiven(), new Label.Known("happy"));
  }

  @Test
  void isRecognisedByMetadataThatNamesFiles() throws IOException {
    Folders.write(root, "a/metadata.csv", "\uFEFFfile_name,label\n");
    Folders.write(root, "b/metadata.csv", "author,licence\n");
    Folders.write(root, "c/metadata.jsonl", "{\"file_name\": \"a.png\"}\n");

    assertThat(new HuggingFaceLayout().recognise(Folders.open(root)))
        .contains("it has a a/metadata.csv, c/metadata.jsonl");
  }

  private DatasetListing list() {
    return new HuggingFaceLayout().list(Folders.open(root), LayoutOptions.DEFAULTS);
  }
}
