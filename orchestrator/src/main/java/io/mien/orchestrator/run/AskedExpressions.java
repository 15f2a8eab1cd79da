package io.mien.orchestrator.run;

import io.mien.orchestrator.photo.PhotoSource;

/**
 * What somebody wants of a photo.
 *
 * @param checkpoint id or alias of a generator
 */
public record AskedExpressions(
    PhotoSource photo, AskedLabels.Form labels, String checkpoint, AskedPicture.Form picture) {

  /** Equal for equal wishes; the photo is not read for it unless it was sent along. */
  public String identity() {
    String plain = photo.identity() + "\n" + labels + "\n" + checkpoint;
    return picture.equals(AskedPicture.Form.EMPTY) ? plain : plain + "\n" + picture;
  }
}
