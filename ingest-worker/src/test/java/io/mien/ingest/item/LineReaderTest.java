package io.mien.ingest.item;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  @Test
  void linesAreNumberedAndTheLastNeedsNoEnd() throws IOException {
    List<ItemLine> lines = read("a\r\n\nb".getBytes(UTF_8));

    assertThat(lines).extracting(ItemLine::number).containsExactly(1, 2, 3);
    assertThat(lines).extracting(ItemLine::isBlank).containsExactly(false, true, false);
    assertThat(lines.get(2).bytes()).asString(UTF_8).isEqualTo("b");
  }

  @Test
  void anEmptyFileHasNoLines() throws IOException {
    assertThat(read(new byte[0])).isEmpty();
  }

  @Test
  void aByteOrderMarkIsLeftOutOfTheFirstLineAlone() throws IOException {
    List<ItemLine> lines = read("\uFEFFa\n\uFEFFb\n".getBytes(UTF_8));

    assertThat(lines.get(0).bytes()).asString(UTF_8).isEqualTo("a");
    assertThat(lines.get(0).isWhole()).isTrue();
    assertThat(lines.get(1).bytes()).asString(UTF_8).isEqualTo("\uFEFFb");
  }

  @Test
  void ofALineWithoutEndOnlyTheBeginningIsKept() throws IOException {
    String longest = "x".repeat(LineReader.LONGEST);
    List<ItemLine> lines = read((longest + "\n" + longest + "yz\nb").getBytes(UTF_8));

    assertThat(lines).extracting(ItemLine::isWhole).containsExactly(true, false, true);
    assertThat(lines.get(1).bytes()).hasSize(LineReader.LONGEST);
    assertThat(lines.get(1).length()).isEqualTo(LineReader.LONGEST + 2);
    assertThat(lines.get(2).bytes()).asString(UTF_8).isEqualTo("b");
  }

  private List<ItemLine> read(byte[] content) throws IOException {
    List<ItemLine> lines = new ArrayList<>();
    try (LineReader reader = new LineReader(new ByteArrayInputStream(content))) {
      for (Optional<ItemLine> line = reader.next(); line.isPresent(); line = reader.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }
}
