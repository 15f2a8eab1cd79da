package io.mien.cli.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A multipart/form-data body (RFC 7578); files are streamed from disk. */
public final class MultipartForm {

  private final String boundary = "mien-" + UUID.randomUUID();
  private final List<BodyPublisher> parts = new ArrayList<>();

  public MultipartForm field(String name, String value) {
    parts.add(
        text(
            "--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\""
                + name
                + "\"\r\n\r\n"
                + value
                + "\r\n"));
    return this;
  }

  /** The field, unless there is no value. */
  public MultipartForm optional(String name, @Nullable Object value) {
    return value == null ? this : field(name, value.toString());
  }

  public MultipartForm file(String name, Path file) throws FileNotFoundException {
    String fileName = String.valueOf(file.getFileName()).replaceAll("[\"\\r\\n]", "_");
    parts.add(
        text(
            "--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\""
                + name
                + "\"; filename=\""
                + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
    parts.add(BodyPublishers.ofFile(file));
    parts.add(text("\r\n"));
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher body() {
    List<BodyPublisher> all = new ArrayList<>(parts);
    all.add(text("--" + boundary + "--\r\n"));
    return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }
}
