package io.mien.synth.engine;

/** What the device's thread does with a batch: whatever goes wrong is told to those in it. */
final class BatchTurn {

  private final LoadedNetworks networks;
  private final BatchRun run;
  private final EngineMeters meters;

  BatchTurn(LoadedNetworks networks, BatchRun run, EngineMeters meters) {
    this.networks = networks;
    this.run = run;
    this.meters = meters;
  }

  void take(Batch batch) {
    Checkpoint checkpoint = batch.key().checkpoint();
    Network network;
    try {
      network = networks.get(checkpoint);
    } catch (RuntimeException | Error e) {
      batch.fail(Failures.told(e, "Load checkpoint " + checkpoint.sha256()));
      return;
    }
    meters.begun(batch);
    run.draw(batch, network);
    networks.trim();
  }
}
