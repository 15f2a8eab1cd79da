package io.mien.ingest.pack;

import io.mien.ingest.layout.SourcePath;
import io.mien.store.Sha256;
import java.nio.charset.StandardCharsets;

/** Keys of crops: readable, unique by the source, and the same whatever else is in the dataset. */
public final class CropKeys {

  private static final int LONGEST_NAME = 40;
  private static final int DIGEST_CHARACTERS = 12;

  private CropKeys() {}

  /**
   * The key of the first or only face of a picture is that of the picture; others end in {@code -2}
   * and so on.
   *
   * @param face counted from 1
   */
  public static String of(String source, int face) {
    return face == 1 ? of(source) : of(source) + "-" + face;
  }

  /**
   * {@code Andre_Agassi_0034-9f86d081884c}: letters, digits, hyphens and underscores only.
   *
   * @param source path of the picture relative to the dataset's root
   */
  public static String of(String source) {
    String name = SourcePath.name(source);
    int dot = name.lastIndexOf('.');
    String stem = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^A-Za-z0-9_-]", "_");
    String digest = Sha256.of(source.getBytes(StandardCharsets.UTF_8));
    return stem.substring(0, Math.min(stem.length(), LONGEST_NAME))
        + "-"
        + digest.substring(0, DIGEST_CHARACTERS);
  }
}
