package io.mien.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessMemoryTest {

  @Test
  void linuxTellsKibibytes() {
    String status = "Name:\tjava\nVmHWM:\t  921600 kB\nVmRSS:\t  716800 kB\nThreads:\t42\n";

    assertThat(ProcessMemory.parse(status)).contains(new ProcessMemory(734003200, 943718400));
  }

  @Test
  void otherSystemsTellNothing() {
    assertThat(ProcessMemory.parse("Name:\tjava\n")).isEmpty();
  }
}
