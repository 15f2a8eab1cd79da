package io.mien.cli.synthesis;

import io.mien.cli.client.Digests;
import io.mien.cli.client.ProblemException;
import io.mien.contracts.object.ObjectRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image that is wanted on disk: the file is there when it is whole and what it must be.
 *
 * @param url where it is fetched
 * @param image size and digest that it must have
 */
record ImageFile(Path file, String url, ObjectRef image) {

  private static final int TRIES = 2;
  private static final int UNAVAILABLE = 503;
  private static final Pattern ENDING = Pattern.compile("\\.[a-z0-9]{1,8}$");

  /** Of an item, below the folder as in the archive: {@code <custom_id>/<expression>.png}. */
  static ImageFile of(ResultLine.Image image, String customId, Path folder) {
    Matcher ending = ENDING.matcher(image.image().key());
    String name = SafeName.of(image.expression()) + (ending.find() ? ending.group() : "");
    Path file = SafeName.within(folder, customId).resolve(name);
    return new ImageFile(file, image.url(), image.image());
  }

  /** Whether an earlier call has saved it. */
  boolean isSaved() throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == image.bytes()
        && digest().equals(image.sha256());
  }

  /**
   * Saves it, and fetches it again when it arrives damaged.
   *
   * @return why it could not be saved, when others may well be
   */
  Optional<String> save(Arrival arrival) throws IOException {
    try {
      Files.createDirectories(file.getParent());
      return fetched(arrival);
    } catch (ProblemException refused) {
      if (refused.problem().status() == UNAVAILABLE) {
        throw refused;
      }
      return Optional.of("%s: %s".formatted(file, refused.getMessage()));
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException taken) {
      return Optional.of("%s: %s is there and in its way.".formatted(file, taken.getFile()));
    }
  }

  private Optional<String> fetched(Arrival arrival) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    String found = "";
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      found = arrival.write(url, partial);
      if (found.equals(image.sha256())) {
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        return Optional.empty();
      }
    }
    Files.delete(partial);
    return Optional.of(
        "%s: fetched %d times, and the bytes of %s had digest %s instead of %s."
            .formatted(file, TRIES, url, found, image.sha256()));
  }

  private String digest() throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestOutputStream sink =
            new DigestOutputStream(OutputStream.nullOutputStream(), Digests.of("SHA-256"))) {
      in.transferTo(sink);
      return HexFormat.of().formatHex(sink.getMessageDigest().digest());
    }
  }
}
