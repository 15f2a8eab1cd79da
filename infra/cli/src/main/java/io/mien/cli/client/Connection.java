package io.mien.cli.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where the system is and the key to it. {@code mien up} leaves the one of this machine in {@link
 * #file()}, readable by its user only.
 *
 * @param key API key, sent as a bearer token
 * @param data data directory of a system on this machine, empty for a remote one
 */
public record Connection(URI url, String key, String data) {

  /** {@code connection.json} under {@code $MIEN_HOME}, by default {@code ~/.mien}. */
  @JsonIgnore
  public static Path file() {
    return home().resolve("connection.json");
  }

  /** Where Mien keeps what belongs to this user: {@code $MIEN_HOME}, by default {@code ~/.mien}. */
  public static Path home() {
    return Optional.ofNullable(System.getenv("MIEN_HOME"))
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".mien"));
  }

  /** The connection that {@code mien up} wrote last, if any. */
  public static Optional<Connection> saved() {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    try {
      return Optional.of(ClientJson.MAPPER.readValue(file().toFile(), Connection.class));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Read the connection of this machine from "
              + file()
              + ": not readable; remove it or start 'mien up' again.",
          e);
    }
  }

  public void save() {
    try {
      Files.createDirectories(home());
      Files.deleteIfExists(file());
      Files.createFile(
          file(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      ClientJson.MAPPER.writeValue(file().toFile(), this);
    } catch (IOException e) {
      throw new UncheckedIOException("Write the connection of this machine to " + file(), e);
    }
  }
}
