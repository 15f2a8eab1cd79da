package io.mien.orchestrator.run;

import io.mien.contracts.rest.QualityRequest;
import io.mien.orchestrator.photo.PhotoSource;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a photo.
 *
 * @param checkpoint id or alias of a generator
 * @param quality null for no measure
 */
public record AskedExpressions(
    PhotoSource photo,
    AskedLabels.Form labels,
    String checkpoint,
    AskedPicture.Form picture,
    @Nullable QualityRequest quality) {

  /** Equal for equal wishes; the photo is not read for it unless it was sent along. */
  public String identity() {
    String plain = photo.identity() + "\n" + labels + "\n" + checkpoint;
    String formed = picture.equals(AskedPicture.Form.EMPTY) ? plain : plain + "\n" + picture;
    return quality == null ? formed : formed + "\n" + quality;
  }
}
