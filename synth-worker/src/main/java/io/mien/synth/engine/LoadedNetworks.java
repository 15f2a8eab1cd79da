package io.mien.synth.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Networks in the device's memory. More than a budget are kept only while the last one is used; the
 * one that was not used for longest is closed first. The device's thread alone uses it.
 */
final class LoadedNetworks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LoadedNetworks.class);

  private final Device device;
  private final long budget;
  private final BatchSizes sizes;
  private final EngineMeters meters;

  /** By digest; the one used last is the last. */
  private final Map<String, Network> networks = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param budget bytes of the device's memory
   */
  LoadedNetworks(Device device, long budget, BatchSizes sizes, EngineMeters meters) {
    this.device = device;
    this.budget = budget;
    this.sizes = sizes;
    this.meters = meters;
  }

  /** The network of a checkpoint, loaded if need be; it may grow when used, so trim afterwards. */
  Network get(Checkpoint checkpoint) {
    Network known = networks.get(checkpoint.sha256());
    if (known != null) {
      return known;
    }
    Network loaded = load(checkpoint);
    networks.put(checkpoint.sha256(), loaded);
    meters.loaded();
    LOG.debug("Loaded {}, {} bytes", checkpoint.sha256(), loaded.bytes());
    trim();
    return loaded;
  }

  /** Closes what is over the budget, but never the network that was used last. */
  void trim() {
    long bytes = bytes();
    Iterator<Map.Entry<String, Network>> oldest = networks.entrySet().iterator();
    for (int left = networks.size(); left > 1 && bytes > budget; left--) {
      Map.Entry<String, Network> entry = oldest.next();
      bytes -= entry.getValue().bytes();
      close(entry);
      oldest.remove();
    }
    meters.holds(networks.size(), bytes);
  }

  @Override
  public void close() {
    networks.entrySet().forEach(this::close);
    networks.clear();
  }

  private Network load(Checkpoint checkpoint) {
    try {
      return device.load(checkpoint.folder());
    } catch (RuntimeException | Error e) {
      if (!Failures.isLackOfMemory(e) || networks.isEmpty()) {
        throw e;
      }
      LOG.warn("No memory for {} beside {} others, which are closed", checkpoint, networks.size());
      close();
      return device.load(checkpoint.folder());
    }
  }

  private void close(Map.Entry<String, Network> entry) {
    entry.getValue().close();
    sizes.forget(entry.getKey());
  }

  private long bytes() {
    return networks.values().stream().mapToLong(Network::bytes).sum();
  }
}
