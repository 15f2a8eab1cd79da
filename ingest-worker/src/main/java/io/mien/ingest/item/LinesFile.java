package io.mien.ingest.item;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.store.json.WireJson;
import io.mien.worker.AttemptOutputs;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON values on their way to the store, one a line, none of them kept. Not thread-safe. */
final class LinesFile implements Closeable {

  private static final String CONTENT_TYPE = "application/x-ndjson";

  private final Path file;
  private final OutputStream out;
  private int count;

  /**
   * @param file replaced if it is there
   */
  LinesFile(Path file) throws IOException {
    this.file = file;
    this.out = new BufferedOutputStream(Files.newOutputStream(file));
  }

  void add(Object value) throws IOException {
    out.write(WireJson.MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
    count++;
  }

  int count() {
    return count;
  }

  /** Ends the file. */
  ObjectRef upload(AttemptOutputs outputs, String name) throws IOException {
    out.close();
    return outputs.put(Bucket.SYNTHESES, name, file, CONTENT_TYPE);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
