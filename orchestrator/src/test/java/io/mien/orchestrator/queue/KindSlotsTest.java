package io.mien.orchestrator.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KindSlotsTest {

  @Test
  void oneOfSeveralSlotsIsKeptForThoseWhoWait() {
    assertThat(new KindSlots(4, 4, 0).forOthers(1, 0)).isEqualTo(3);
    assertThat(new KindSlots(1, 4, 0).forOthers(1, 0)).isZero();
  }

  @Test
  void slotThatTheyHoldOrTakeIsTheKeptOne() {
    assertThat(new KindSlots(3, 4, 1).forOthers(1, 0)).isEqualTo(3);
    assertThat(new KindSlots(4, 4, 0).forOthers(1, 2)).isEqualTo(2);
  }

  @Test
  void whereThereIsOnlyOneSlotEverybodySharesIt() {
    assertThat(new KindSlots(1, 1, 0).forOthers(1, 0)).isEqualTo(1);
    assertThat(new KindSlots(1, 1, 0).forOthers(1, 1)).isZero();
  }

  @Test
  void nothingIsKeptWhereNobodyWantsThat() {
    assertThat(new KindSlots(2, 2, 0).forOthers(0, 0)).isEqualTo(2);
  }
}
