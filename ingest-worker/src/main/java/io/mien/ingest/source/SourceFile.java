package io.mien.ingest.source;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mien.ingest.image.PictureContent;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One file of a dataset: a picture, or a table that tells of pictures. In JSON it is its name; what
 * reads it says which files are meant.
 */
@JsonIgnoreProperties("files")
public record SourceFile(SourceFiles files, String name) implements PictureContent {

  @JsonCreator
  static SourceFile of(@JacksonInject SourceFiles files, @JsonProperty("name") String name) {
    return new SourceFile(files, name);
  }

  @Override
  public long size() throws IOException {
    return files.size(name);
  }

  @Override
  public byte[] read() throws IOException {
    return files.read(name);
  }

  /** See {@link SourceFiles#local}. */
  public Path local() throws IOException {
    return files.local(name);
  }

  /** Where it lies, for a person. */
  @Override
  public String toString() {
    return files + "/" + name;
  }
}
