package io.mien.drawn;

import java.util.List;
import java.util.Map;

/**
 * Which files a layout makes of a dataset.
 *
 * @param texts contents of the files beside the pictures, by path; written last
 */
record WritePlan(List<Picture> pictures, Map<String, String> texts) {

  WritePlan {
    pictures = List.copyOf(pictures);
    texts = Map.copyOf(texts);
  }

  /** A picture and its path below the root, with {@code /} between folders. */
  record Picture(String path, DrawnFace face, PictureFormat format) {}
}
