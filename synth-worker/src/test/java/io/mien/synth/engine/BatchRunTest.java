package io.mien.synth.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mien.contracts.failure.ResourceExhausted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchRunTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final BatchSizes sizes = new BatchSizes(16);
  private final RequestQueue queue = new RequestQueue(sizes, Duration.ZERO);
  private final FakeNetwork network = new FakeNetwork();
  private final BatchRun run = new BatchRun(sizes, new EngineMeters(registry, () -> 0));

  private final Request first = Asked.bulk("a", "x", 5);
  private final Request second = Asked.bulk("b", "x", 8);
  private final Request third = Asked.bulk("c", "x", 3);

  @Test
  void everybodyGetsTheirOwnImages() {
    drawAll();

    assertThat(network.batches).containsExactly(16);
    assertThat(Asked.pixels(first.await())).containsExactlyElementsOf(Asked.pixels("a", 5));
    assertThat(Asked.pixels(second.await())).containsExactlyElementsOf(Asked.pixels("b", 8));
    assertThat(Asked.pixels(third.await())).containsExactlyElementsOf(Asked.pixels("c", 3));
  }

  @Test
  void whatIsTooMuchAtOnceIsHalvedNowAndLater() {
    network.room = 5;

    drawAll();

    assertThat(network.batches).containsExactly(16, 8, 4, 4, 8, 4, 4);
    assertThat(Asked.pixels(second.await())).containsExactlyElementsOf(Asked.pixels("b", 8));
    assertThat(sizes.of(Asked.checkpoint("x"))).isEqualTo(4);
    assertThat(sizes.of(Asked.checkpoint("y"))).isEqualTo(16);
    assertThat(registry.counter("mien.synth.batch.failures", "cause", "memory").count())
        .isEqualTo(3);
  }

  @Test
  void whereNotEvenOneImageFitsEverybodyIsToldThatMemoryIsExhausted() {
    network.room = 0;

    drawAll();

    for (Request request : List.of(first, second, third)) {
      assertThatThrownBy(request::await)
          .isInstanceOf(ResourceExhausted.class)
          .hasMessageContaining("CUDA out of memory")
          .hasRootCauseInstanceOf(ai.djl.engine.EngineException.class);
    }
  }

  @Test
  void onlyTheRequestFailsThatIsAtFault() {
    network.poison = new Wish.Stranger('b', 2);

    drawAll();

    assertThat(Asked.pixels(first.await())).containsExactlyElementsOf(Asked.pixels("a", 5));
    assertThatThrownBy(second::await).isSameAs(FakeNetwork.POISON);
    assertThat(Asked.pixels(third.await())).containsExactlyElementsOf(Asked.pixels("c", 3));
    assertThat(sizes.of(Asked.checkpoint("x"))).as("no lack of memory").isEqualTo(16);
    assertThat(network.batches)
        .as("what is left of the failed request is not drawn")
        .containsExactly(16, 8, 4, 4, 2, 2, 1, 1, 3);
  }

  @Test
  void whatNobodyWantsAnyMoreIsNotDrawn() {
    queue.add(first);
    queue.add(third);
    Batch batch = queue.next();
    first.giveUp();

    run.draw(batch, network);

    assertThat(network.batches).containsExactly(3);
  }

  private void drawAll() {
    List.of(first, second, third).forEach(queue::add);
    run.draw(queue.next(), network);
  }
}
