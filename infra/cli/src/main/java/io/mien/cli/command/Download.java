package io.mien.cli.command;

import io.mien.cli.client.MienClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Saves what the server sends; a file appears only when whole. */
final class Download {

  private Download() {}

  static void save(MienClient client, String url, Path target) throws IOException {
    Path partial = target.resolveSibling(target.getFileName() + ".part");
    try (InputStream in = client.open(url)) {
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
  }
}
