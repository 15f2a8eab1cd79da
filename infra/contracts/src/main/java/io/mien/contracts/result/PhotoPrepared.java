package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.UprightPhoto;
import org.jspecify.annotations.Nullable;

/**
 * @param crop square PNG of the checkpoint's size
 * @param photo the whole photo, and where the crop lies in it; absent unless it was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhotoPrepared(ObjectRef crop, FaceBox box, @Nullable UprightPhoto photo)
    implements TaskResult {

  /** The crop alone. */
  public PhotoPrepared(ObjectRef crop, FaceBox box) {
    this(crop, box, null);
  }
}
