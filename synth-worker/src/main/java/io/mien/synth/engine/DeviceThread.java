package io.mien.synth.engine;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that touches a device: it loads networks, draws batch after batch, and closes the
 * networks when nothing is left to do. Should it die, everybody who asks is told.
 */
final class DeviceThread {

  private static final Logger LOG = LoggerFactory.getLogger(DeviceThread.class);

  private final Device device;
  private final Inbox inbox;
  private final BatchTurn turn;
  private final LoadedNetworks networks;
  private final Runnable whenLost;
  private final Thread thread;

  /**
   * @param whenLost called when it has died
   */
  DeviceThread(
      Device device, Inbox inbox, BatchTurn turn, LoadedNetworks networks, Runnable whenLost) {
    this.device = device;
    this.inbox = inbox;
    this.turn = turn;
    this.networks = networks;
    this.whenLost = whenLost;
    this.thread = new Thread(this::run, "mien-device");
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  /** Waits until everything that was asked for is drawn; nothing more must be. */
  void awaitEnd() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      device.begin();
      for (Optional<Batch> batch = inbox.next(); batch.isPresent(); batch = inbox.next()) {
        draw(batch.get());
      }
      networks.close();
    } catch (InterruptedException | RuntimeException | Error e) {
      LOG.error("The thread of the device has died: nothing is drawn any more", e);
      inbox.abandon("The thread of the device has died: " + e, e);
      whenLost.run();
    }
  }

  private void draw(Batch batch) {
    try {
      turn.take(batch);
    } catch (RuntimeException | Error e) {
      batch.fail(e);
      throw e;
    }
  }
}
