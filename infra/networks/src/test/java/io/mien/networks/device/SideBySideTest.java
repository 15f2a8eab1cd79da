package io.mien.networks.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.JniUtils;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static final int THREADS = 3;
  private int before;

  @BeforeEach
  void useThreads() {
    TorchRuntime.start();
    before = SideBySide.lanes();
    TorchRuntime.useThreads(THREADS);
  }

  @AfterEach
  void useThreadsAsBefore() {
    TorchRuntime.useThreads(before);
  }

  @Test
  void everyPieceIsComputedOnce() {
    AtomicIntegerArray computed = new AtomicIntegerArray(20);
    SideBySide.compute(20, (piece, lane) -> computed.incrementAndGet(piece));
    for (int piece = 0; piece < 20; piece++) {
      assertThat(computed.get(piece)).isEqualTo(1);
    }
  }

  @Test
  void aLaneComputesOnePieceAtATime() {
    AtomicIntegerArray inside = new AtomicIntegerArray(THREADS);
    AtomicInteger most = new AtomicInteger();
    SideBySide.compute(
        200,
        (piece, lane) -> {
          most.accumulateAndGet(inside.incrementAndGet(lane), Math::max);
          inside.decrementAndGet(lane);
        });
    assertThat(most).hasValue(1);
  }

  @Test
  void asManyPiecesAsThreadsAreComputedAtATime() {
    CyclicBarrier all = new CyclicBarrier(THREADS);
    SideBySide.compute(THREADS, (piece, lane) -> meet(all));
    assertThat(all.isBroken()).isFalse();
  }

  @Test
  void threadsAreSharedOutAndGivenBack() {
    TorchRuntime.useThreads(5);
    Set<Integer> ofLanes = ConcurrentHashMap.newKeySet();
    SideBySide.compute(2, (piece, lane) -> ofLanes.add(SideBySide.lanes()));
    assertThat(ofLanes).containsExactly(2);
    assertThat(SideBySide.lanes()).isEqualTo(5);
  }

  @Test
  void onePieceMayUseAllThreads() {
    AtomicInteger used = new AtomicInteger();
    SideBySide.compute(1, (piece, lane) -> used.set(SideBySide.lanes()));
    assertThat(used).hasValue(THREADS);
  }

  @Test
  void noLaneRecordsGradients() {
    AtomicInteger recording = new AtomicInteger();
    try (Autograd silent = Autograd.silent()) {
      SideBySide.compute(9, (piece, lane) -> recording.addAndGet(JniUtils.isGradMode() ? 1 : 0));
    }
    assertThat(recording).hasValue(0);
  }

  @Test
  void aFailureIsThrownWhenNothingIsComputedAnyMore() {
    AtomicInteger inside = new AtomicInteger();
    assertThatThrownBy(
            () ->
                SideBySide.compute(
                    1000,
                    (piece, lane) -> {
                      inside.incrementAndGet();
                      try {
                        fail(piece);
                      } finally {
                        inside.decrementAndGet();
                      }
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("piece 7");
    assertThat(inside).hasValue(0);
    assertThat(SideBySide.lanes()).isEqualTo(THREADS);
  }

  @Test
  void anErrorIsThrownAsItIs() {
    assertThatThrownBy(
            () ->
                SideBySide.compute(
                    THREADS,
                    (piece, lane) -> {
                      throw new OutOfMemoryError("no more");
                    }))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("no more");
  }

  private static void fail(int piece) {
    if (piece == 7) {
      throw new IllegalStateException("piece 7");
    }
  }

  private static void meet(CyclicBarrier all) {
    try {
      all.await(1, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
