package io.mien.synth.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.mien.contracts.object.PrefixRef;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.store.ObjectStore;
import io.mien.worker.attempt.WorkDirectories;
import java.util.function.LongSupplier;

/**
 * The owner of a device: whatever tasks draw, they draw through it, and it alone holds networks.
 * Thread-safe.
 */
public final class SynthEngine implements AutoCloseable {

  private static final LongSupplier CLOCK = System::nanoTime;

  private final CheckpointFolders folders;
  private final Inbox inbox;
  private final DeviceThread thread;

  private SynthEngine(CheckpointFolders folders, Inbox inbox, DeviceThread thread) {
    this.folders = folders;
    this.inbox = inbox;
    this.thread = thread;
  }

  /**
   * Starts the thread of the device.
   *
   * @param whenLost called should that thread ever die, after those who wait were told: only a new
   *     process gives the device back
   */
  public static SynthEngine start(
      ObjectStore store, EngineSettings settings, MeterRegistry registry, Runnable whenLost) {
    Device device = new TorchDevice(settings.device(), settings.threads());
    EngineMeters meters = new EngineMeters(registry, CLOCK);
    BatchSizes sizes = new BatchSizes(settings.batchSize());
    LoadedNetworks networks = new LoadedNetworks(device, settings.memory(), sizes, meters);
    Inbox inbox = new Inbox(new RequestQueue(sizes, settings.maxWait()), CLOCK);
    BatchTurn turn = new BatchTurn(networks, new BatchRun(sizes, meters), meters);
    DeviceThread thread = new DeviceThread(device, inbox, turn, networks, whenLost);
    thread.start();
    WorkDirectories directories = new WorkDirectories(settings.workDirectory());
    return new SynthEngine(
        new CheckpointFolders(store, directories, settings.disk()), inbox, thread);
  }

  /**
   * The generator of a checkpoint, which the caller closes. Its files are here when this returns;
   * its network is loaded when it is first used.
   *
   * @throws io.mien.contracts.failure.InvalidInput when its files are missing or damaged
   * @throws io.mien.networks.checkpoint.InvalidCheckpoint when it is of another kind of network
   */
  public LoadedGenerator open(PrefixRef checkpoint, Requester requester) {
    return new LoadedGenerator(use(checkpoint, NetworkKind.STARGAN, requester));
  }

  /** The same for a generator of faces of nobody. */
  public LoadedFaceGenerator openFaces(PrefixRef checkpoint, Requester requester) {
    return new LoadedFaceGenerator(use(checkpoint, NetworkKind.FACE_GAN, requester));
  }

  /** The same for a classifier. */
  public LoadedClassifier openClassifier(PrefixRef checkpoint, Requester requester) {
    return new LoadedClassifier(use(checkpoint, NetworkKind.CLASSIFIER, requester));
  }

  /** Whether anything is drawn. */
  public boolean isAlive() {
    return thread.isAlive();
  }

  /** Draws what was asked for, then lets go of the device and the files. */
  @Override
  public void close() {
    inbox.close("the worker stops");
    thread.awaitEnd();
    folders.close();
  }

  private CheckpointUse use(PrefixRef ref, NetworkKind kind, Requester requester) {
    Checkpoint checkpoint = folders.borrow(ref);
    try {
      return new CheckpointUse(checkpoint, kind, requester, inbox, folders);
    } catch (RuntimeException | Error e) {
      folders.giveBack(checkpoint);
      throw e;
    }
  }
}
