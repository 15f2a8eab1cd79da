package io.mien.ingest.layout.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.ingest.image.GreyTiffFile;
import io.mien.ingest.image.PictureContent;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import io.mien.ingest.layout.table.Fer2013Columns;
import io.mien.ingest.layout.table.Fer2013Pixels;
import io.mien.ingest.layout.table.LineSpan;
import io.mien.ingest.source.FolderFiles;
import io.mien.ingest.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PictureJsonTest {

  private static final FolderFiles HERE = new FolderFiles(Path.of("/here"));
  private static final FolderFiles THERE = new FolderFiles(Path.of("/there"));

  @Test
  void anotherWorkerReadsTheSameNamesOfItsOwnFiles() throws IOException {
    for (FolderFiles files : List.of(HERE, THERE)) {
      for (int i = 0; i < contents(files).size(); i++) {
        String json = PictureJson.MAPPER.writeValueAsString(picture(contents(HERE).get(i)));

        assertThat(PictureJson.of(files).readValue(json, Picture.class))
            .isEqualTo(picture(contents(files).get(i)));
        assertThat(json).doesNotContain("/here");
      }
    }
  }

  private static List<PictureContent> contents(FolderFiles files) {
    SourceFile table = new SourceFile(files, "fer2013.csv");
    return List.of(
        new SourceFile(files, "happy/顔.png"),
        new GreyTiffFile(new SourceFile(files, "KA.AN1.39.tiff")),
        new Fer2013Pixels(new LineSpan(table, 3, 100, 20), new Fer2013Columns(0, 1, 2)));
  }

  private static Picture picture(PictureContent content) {
    return new Picture(
        "source", "subject", new Label.Known("happy"), Map.of("pose", "straight"), content);
  }
}
