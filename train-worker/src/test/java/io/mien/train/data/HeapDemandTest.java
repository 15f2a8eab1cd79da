package io.mien.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.ResourceExhausted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapDemandTest {

  private static final HeapDemand CELEBA = new HeapDemand("the train part of celeba", 202_599, 128);

  @Test
  void imagesThatNoHeapOfThisSizeHoldsAreNotRead() {
    List<String> read = new ArrayList<>();

    assertThatThrownBy(() -> CELEBA.within(4L << 30, () -> read.add("read")))
        .isInstanceOf(ResourceExhausted.class)
        .hasMessageStartingWith(
            "Read the train part of celeba: 202,599 crops of 128 pixels need 9.3 GiB in memory, the"
                + " JVM's heap is 4.0 GiB.");
    assertThat(read).isEmpty();
    CELEBA.within(10L << 30, () -> read.add("read"));
    assertThat(read).hasSize(1);
  }

  @Test
  void aHeapThatIsFullSaysTheSame() {
    long heap = Runtime.getRuntime().maxMemory();

    assertThatThrownBy(() -> new HeapDemand("faces", 1, 16).within(heap, () -> filled(heap)))
        .isInstanceOf(ResourceExhausted.class)
        .hasMessageStartingWith("Read faces: 1 crops of 16 pixels need 0.0 GiB")
        .hasCauseInstanceOf(OutOfMemoryError.class);
  }

  private static List<byte[]> filled(long heap) {
    List<byte[]> blocks = new ArrayList<>();
    for (long bytes = 0; bytes <= heap; bytes += 1 << 28) {
      blocks.add(new byte[1 << 28]);
    }
    return blocks;
  }
}
