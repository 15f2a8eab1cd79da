package io.mien.networks.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.checkpoint.InvalidCheckpoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnedArraysTest {

  private final List<NDManager> made = new ArrayList<>();

  @Test
  void ofANetworkThatCannotBeMadeNothingIsLeft() {
    assertThatThrownBy(
            () ->
                OwnedArrays.open(
                    Device.cpu(),
                    manager -> {
                      made.add(manager);
                      manager.zeros(new Shape(3));
                      throw new InvalidCheckpoint("no network");
                    }))
        .isInstanceOf(InvalidCheckpoint.class);

    assertThat(made.get(0).isOpen()).isFalse();
  }

  @Test
  void aNetworkOwnsWhatItWasMadeWith() {
    try (NDManager manager = OwnedArrays.open(Device.cpu(), own -> own)) {
      assertThat(manager.isOpen()).isTrue();
    }
  }
}
