package io.mien.ingest.layout.table;

import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.source.SourceFile;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Text in whichever encoding tables are saved in, read in one pass and a constant memory. */
final class TextFile {

  private static final int MARK_BIG = 0xFEFF;
  private static final int MARK_LITTLE = 0xFFFE;
  private static final int BUFFER = 1 << 16;

  private TextFile() {}

  /** Reads from behind the byte order mark; the caller closes the reader. */
  static BufferedReader open(SourceFile file) throws IOException {
    BufferedReader reader = new BufferedReader(reader(file, charset(file)), BUFFER);
    reader.mark(1);
    if (reader.read() != MARK_BIG) {
      reader.reset();
    }
    return reader;
  }

  static InvalidInput unreadable(SourceFile file, Exception cause) {
    return new InvalidInput(
        "legend-unreadable",
        "Cannot read %s: %s. Save it as comma-separated UTF-8.".formatted(file, cause.getMessage()),
        cause);
  }

  /**
   * UTF-16 if it begins with that mark ("Unicode text" of spreadsheets); else UTF-8 unless it
   * cannot be; then Latin-1, in which older spreadsheets save.
   */
  private static Charset charset(SourceFile file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file.local()))) {
      int mark = in.read() << 8 | in.read();
      if (mark == MARK_BIG || mark == MARK_LITTLE) {
        return StandardCharsets.UTF_16;
      }
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
  }

  private static boolean isUtf8(SourceFile file) throws IOException {
    char[] buffer = new char[BUFFER];
    try (Reader reader = reader(file, StandardCharsets.UTF_8)) {
      while (reader.read(buffer) >= 0) {
        // Decoding is the test
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Reader reader(SourceFile file, Charset charset) throws IOException {
    return new InputStreamReader(
        Files.newInputStream(file.local()),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
