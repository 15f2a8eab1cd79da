package io.mien.train.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.LabelGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BalancedSetTest {

  private static final LabelGroup GROUP = LabelGroup.exclusive(List.of("happy", "sad", "angry"));

  @Test
  void everyLabelIsEquallyFrequentAndNoImageIsLeftOutOrCopied() {
    ImageSet given = images(10, 3, 4);

    ImageSet balanced = BalancedSet.of(given);

    Map<Integer, Integer> labels = new HashMap<>();
    Map<RgbImage, Integer> times = new IdentityHashMap<>();
    for (int i = 0; i < balanced.size(); i++) {
      labels.merge(balanced.get(i).label(), 1, Integer::sum);
      times.merge(balanced.get(i).image(), 1, Integer::sum);
    }
    assertThat(labels).isEqualTo(Map.of(0, 10, 1, 10, 2, 10));
    assertThat(times).hasSize(given.size());
    assertThat(times.values()).isSubsetOf(1, 2, 3, 4);
    for (int i = 0; i < given.size(); i++) {
      int label = given.get(i).label();
      assertThat(times.get(given.get(i).image()))
          .isBetween(10 / given(label), (10 + given(label) - 1) / given(label));
    }
    assertThat(BalancedSet.of(given).fingerprint()).isEqualTo(balanced.fingerprint());
  }

  @Test
  void independentLabelsStayAsTheyAre() {
    LabelGroup group = LabelGroup.independent("attributes", List.of("glasses"), List.of());
    ImageSet given =
        new ImageSet(2, group, List.of(new LabelledImage(new RgbImage(2, 2, new byte[12]), 0)));

    assertThat(BalancedSet.of(given)).isSameAs(given);
  }

  private static int given(int label) {
    return List.of(10, 3, 4).get(label);
  }

  private static ImageSet images(int... counts) {
    List<LabelledImage> images = new ArrayList<>();
    for (int label = 0; label < counts.length; label++) {
      for (int i = 0; i < counts[label]; i++) {
        byte[] rgb = new byte[12];
        rgb[0] = (byte) images.size();
        images.add(new LabelledImage(new RgbImage(2, 2, rgb), label));
      }
    }
    return new ImageSet(2, GROUP, images);
  }
}
