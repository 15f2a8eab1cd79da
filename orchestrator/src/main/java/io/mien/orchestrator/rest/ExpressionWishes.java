package io.mien.orchestrator.rest;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.ExpressionRequest;
import io.mien.orchestrator.object.StoredPhotos;
import io.mien.orchestrator.run.AskedExpressions;
import io.mien.orchestrator.run.AskedLabels;
import io.mien.orchestrator.run.AskedPicture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON body of a request for expressions, read as the form with the same fields is. */
final class ExpressionWishes {

  private ExpressionWishes() {}

  /**
   * @throws InvalidInput {@code field-missing}
   */
  static AskedExpressions of(ExpressionRequest request, String checkpoint, StoredPhotos stored) {
    ExpressionRequest.Photo photo = Fields.required(request.photo(), "photo");
    return new AskedExpressions(
        stored.at(Fields.required(photo.key(), "photo.key"), photo.sha256()),
        new AskedLabels.Form(words(request.expressions()), request.group(), words(request.holds())),
        checkpoint,
        picture(request.picture()),
        request.quality());
  }

  private static @Nullable String words(@Nullable List<String> list) {
    return list == null ? null : String.join(",", list);
  }

  private static AskedPicture.Form picture(ExpressionRequest.@Nullable Picture picture) {
    return picture == null
        ? AskedPicture.Form.EMPTY
        : new AskedPicture.Form(
            picture.output(),
            picture.format(),
            picture.face(),
            text(picture.size()),
            text(picture.intensity()));
  }

  private static @Nullable String text(@Nullable Number number) {
    return number == null ? null : number.toString();
  }
}
