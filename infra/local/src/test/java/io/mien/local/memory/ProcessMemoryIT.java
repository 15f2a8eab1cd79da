package io.mien.local.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessMemoryIT {

  @Test
  void thisProcessHasAPeakAtLeastAsHighAsItsMemoryNow() {
    long me = ProcessHandle.current().pid();

    assertThat(ProcessMemory.resident(me).orElseThrow()).isGreaterThan(10_000_000);
    assertThat(ProcessMemory.peak(me).orElseThrow())
        .isGreaterThanOrEqualTo(ProcessMemory.resident(me).orElseThrow() * 9 / 10);
  }

  @Test
  void aProcessThatHasGoneCountsNothing() {
    try (MemoryWatch watch = new MemoryWatch(() -> Map.of("gone", List.of(Long.MAX_VALUE / 2)))) {
      watch.look();

      assertThat(watch.peaks()).containsEntry("gone", 0L);
      assertThat(watch.peakTotal()).isZero();
    }
  }
}
