package io.mien.synth.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import org.junit.jupiter.api.Test;

class LoadedNetworksTest {

  private static final long ROOM_FOR_TWO = 250;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final BatchSizes sizes = new BatchSizes(8);
  private final FakeDevice device = new FakeDevice();
  private final LoadedNetworks networks =
      new LoadedNetworks(device, ROOM_FOR_TWO, sizes, new EngineMeters(registry, () -> 0));

  @Test
  void aNetworkIsLoadedOnce() {
    Network first = get("x");

    assertThat(get("x")).isSameAs(first);
    assertThat(device.loaded).containsExactly("x");
  }

  @Test
  void whatWasNotUsedForLongestIsClosed() {
    get("x");
    get("y");
    get("x");
    get("z");

    assertThat(device.networks)
        .extracting(network -> network.closed)
        .containsExactly(false, true, false);
    assertThat(registry.get("mien.synth.checkpoints.bytes").gauge().value()).isEqualTo(200);
    assertThat(registry.get("mien.synth.checkpoints.loaded").gauge().value()).isEqualTo(2);
  }

  @Test
  void theOneThatIsUsedStaysHoweverLargeItIs() {
    get("x");
    get("y");
    device.networks.get(1).bytes = 1000;

    networks.trim();

    assertThat(device.networks).extracting(network -> network.closed).containsExactly(true, false);
  }

  @Test
  void manySwitchesLeaveNoMoreOpenThanFit() {
    for (int i = 0; i < 100; i++) {
      get("x" + i % 3);
    }

    assertThat(device.loaded).hasSize(100);
    assertThat(device.open()).isEqualTo(2);
    assertThat(registry.counter("mien.synth.checkpoint.loads").count()).isEqualTo(100);

    networks.close();

    assertThat(device.open()).isZero();
  }

  @Test
  void whatCannotBeLoadedIsTriedAgain() {
    device.beforeLoading =
        folder -> {
          throw new InvalidCheckpoint("No checkpoint in " + folder);
        };
    assertThatThrownBy(() -> get("x")).isInstanceOf(InvalidCheckpoint.class);

    device.beforeLoading = folder -> {};

    assertThat(get("x")).isNotNull();
  }

  @Test
  void othersMakeRoomWhereMemoryIsLacking() {
    get("x");
    device.beforeLoading =
        folder -> {
          if (device.open() > 0) {
            throw FakeNetwork.lackOfMemory();
          }
        };

    get("y");

    assertThat(device.networks).extracting(network -> network.closed).containsExactly(true, false);
  }

  @Test
  void whatWasTooMuchIsForgottenWithTheNetwork() {
    get("x");
    sizes.shrink(Asked.checkpoint("x"), 8);
    assertThat(sizes.of(Asked.checkpoint("x"))).isEqualTo(4);

    networks.close();

    assertThat(sizes.of(Asked.checkpoint("x"))).isEqualTo(8);
  }

  private Network get(String checkpoint) {
    return networks.get(Asked.checkpoint(checkpoint));
  }
}
