package io.mien.ingest.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartsTest {

  @Test
  void partsAreAPowerOfTwoOfNoMorePicturesThanAskedFor() {
    assertThat(Parts.of(0, 2000).count()).isEqualTo(1);
    assertThat(Parts.of(2000, 2000).count()).isEqualTo(1);
    assertThat(Parts.of(2001, 2000).count()).isEqualTo(2);
    assertThat(Parts.of(202_599, 2000).count()).isEqualTo(128);
    assertThat(Parts.of(Integer.MAX_VALUE, 1).count()).isEqualTo(65_536);
    assertThat(Parts.counted(128)).isEqualTo(new Parts(7));
  }

  @Test
  void picturesOfAPartAreFoundInTheirPartsOfAnotherNumber() {
    for (Parts parts : new Parts[] {new Parts(0), new Parts(2), new Parts(5)}) {
      for (Parts other : new Parts[] {new Parts(0), new Parts(3), new Parts(5)}) {
        for (int i = 0; i < 300; i++) {
          String source = "happy/" + i + ".jpg";
          assertThat(parts.in(other, parts.of(source)).boxed()).contains(other.of(source));
        }
      }
    }
  }

  @Test
  void everyPartOfAnotherNumberIsInOnePart() {
    Parts coarse = new Parts(2);

    assertThat(IntStream.range(0, 4).flatMap(part -> coarse.in(new Parts(4), part)).boxed())
        .containsExactlyElementsOf(IntStream.range(0, 16).boxed().toList());
  }

  @Test
  void morePartsThanTheirNumberCanTellAreRefused() {
    assertThatThrownBy(() -> new Parts(17)).hasMessageContaining("17 bits");
  }
}
