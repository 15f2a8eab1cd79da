package io.mien.orchestrator.synthesis;

import io.mien.contracts.rest.SynthesisView;
import io.mien.contracts.synthesis.SynthesisedItem;
import io.mien.orchestrator.object.ObjectUrl;
import io.mien.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Images, results and errors of a synthesis as one ZIP, put together while it is sent. */
public final class SynthesisArchive {

  private final SynthesisLines lines;
  private final ObjectStore store;

  public SynthesisArchive(SynthesisLines lines, ObjectStore store) {
    this.lines = lines;
    this.store = store;
  }

  public void write(SynthesisView synthesis, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.NO_COMPRESSION); // pictures are compressed already
      lines.forEachResult(synthesis.runId(), item -> addImages(item, zip));
      zip.setLevel(Deflater.DEFAULT_COMPRESSION);
      zip.putNextEntry(new ZipEntry("results.jsonl"));
      lines.results(synthesis.runId(), ObjectUrl::of, zip);
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("errors.jsonl"));
      lines.errors(synthesis, zip);
      zip.closeEntry();
    }
  }

  private void addImages(SynthesisedItem item, ZipOutputStream zip) throws IOException {
    for (SynthesisedItem.Image image : item.images()) {
      String key = image.image().key();
      String ending = key.substring(key.lastIndexOf('.'));
      zip.putNextEntry(
          new ZipEntry("images/" + path(item.customId()) + "/" + image.expression() + ending));
      try (InputStream content = store.open(image.image().bucket(), key)) {
        content.transferTo(zip);
      }
      zip.closeEntry();
    }
  }

  /** A path that stays where it is unpacked: what is special in names is percent-encoded. */
  static String path(String customId) {
    return Arrays.stream(customId.split("/", -1))
        .map(SynthesisArchive::segment)
        .collect(Collectors.joining("/"));
  }

  private static String segment(String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return switch (encoded) {
      case "" -> "%00"; // no name has that
      case "." -> "%2E";
      case ".." -> "%2E%2E";
      default -> encoded.replace("*", "%2A");
    };
  }
}
