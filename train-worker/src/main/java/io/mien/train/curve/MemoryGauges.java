package io.mien.train.curve;

import io.mien.networks.device.DeviceMemory;
import io.mien.networks.training.Trainer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The memory that a training takes at this moment: {@code memory/resident} of the whole process,
 * {@code memory/device} of a CUDA device, both in MiB, and {@code arrays/alive}, the engine's
 * arrays that outlive a step. All three stay flat, or something is left over.
 */
public final class MemoryGauges implements Supplier<Map<String, Double>> {

  private static final double MIB = 1 << 20;

  private final Trainer trainer;

  public MemoryGauges(Trainer trainer) {
    this.trainer = trainer;
  }

  @Override
  public Map<String, Double> get() {
    Map<String, Double> gauges = new LinkedHashMap<>();
    DeviceMemory.resident().ifPresent(bytes -> gauges.put("memory/resident", bytes / MIB));
    DeviceMemory.taken(trainer.device())
        .ifPresent(bytes -> gauges.put("memory/device", bytes / MIB));
    gauges.put("arrays/alive", (double) trainer.liveArrays());
    return gauges;
  }
}
