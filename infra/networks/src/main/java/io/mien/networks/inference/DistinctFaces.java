package io.mien.networks.inference;

import io.mien.networks.image.RgbImage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The different ones among some faces. One image that is asked for several times, with different
 * labels, is one face; equal pixels in two objects are two.
 *
 * @param images each once, in the order of their first place
 * @param indices for each place the index of its image
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DistinctFaces(List<RgbImage> images, int[] indices) {
  static DistinctFaces of(List<RgbImage> faces) {
    Map<RgbImage, Integer> known = new IdentityHashMap<>();
    List<RgbImage> images = new ArrayList<>();
    int[] indices = new int[faces.size()];
    for (int place = 0; place < indices.length; place++) {
      RgbImage face = faces.get(place);
      Integer index = known.putIfAbsent(face, images.size());
      if (index == null) {
        images.add(face);
      }
      indices[place] = index == null ? images.size() - 1 : index;
    }
    return new DistinctFaces(List.copyOf(images), indices);
  }
}
