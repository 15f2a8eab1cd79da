package io.mien.synth.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Loads fake networks, each called after its folder. */
final class FakeDevice implements Device {

  final List<String> loaded = new ArrayList<>();
  final List<FakeNetwork> networks = new ArrayList<>();
  Consumer<String> beforeLoading = folder -> {};
  Runnable beforeAnything = () -> {};

  @Override
  public void begin() {
    beforeAnything.run();
  }

  @Override
  public Network load(Path checkpoint) {
    beforeLoading.accept(checkpoint.toString());
    loaded.add(checkpoint.toString());
    FakeNetwork network = new FakeNetwork();
    networks.add(network);
    return network;
  }

  long open() {
    return networks.stream().filter(network -> !network.closed).count();
  }
}
