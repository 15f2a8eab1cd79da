package io.mien.local.demo;

import io.mien.cli.client.ClientJson;
import io.mien.cli.client.MienClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes the report where a person finds it: {@code report.json} and the page, which needs no
 * server.
 */
final class DemoReportFiles {

  private final MienClient client;
  private final Path directory;

  DemoReportFiles(MienClient client, Path directory) {
    this.client = client;
    this.directory = directory;
  }

  /** Returns the path of the page. */
  Path write(DemoReport report, String pageUrl) throws IOException {
    Files.createDirectories(directory);
    ClientJson.MAPPER.writeValue(directory.resolve("report.json").toFile(), report);
    Path page = directory.resolve("index.html");
    try (InputStream in = client.open(pageUrl)) {
      Files.copy(in, page, StandardCopyOption.REPLACE_EXISTING);
    }
    return page;
  }
}
