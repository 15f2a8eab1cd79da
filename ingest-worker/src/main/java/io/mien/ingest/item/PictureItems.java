package io.mien.ingest.item;

import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.ItemOptions;
import io.mien.contracts.synthesis.ListedItem;
import io.mien.ingest.photo.PhotoProblem;
import org.jspecify.annotations.Nullable;

/** Items that nobody wrote: a file of the source each, known by its name. */
record PictureItems(ItemOptions options) {

  /**
   * @param number of the file, from 1
   */
  Checked item(int number, String name) {
    String id = null;
    try {
      CustomId.check(name);
      id = name;
      return new Checked.Accepted(
          new ListedItem(
              number,
              name,
              PhotoAddress.of(name).toString(),
              null,
              options.group(),
              options.labels(),
              options.holds(),
              options.face()));
    } catch (ItemRefused e) {
      return refused(number, id, e.code(), e.message());
    }
  }

  /** What the listing of the source refused. */
  Checked item(int number, Rejection rejection) {
    String code =
        rejection.code() == Rejection.Code.UNSAFE_NAME
            ? "unsafe-name"
            : PhotoProblem.code(rejection.code());
    String message =
        "File %s of the source %s.".formatted(Excerpt.of(rejection.source()), rejection.detail());
    return refused(number, null, code, message);
  }

  private static Checked refused(int number, @Nullable String id, String code, String message) {
    return new Checked.Refused(new FailedItem(number, id, code, message));
  }
}
