package io.mien.synth;

import io.mien.contracts.TaskKind;
import io.mien.networks.device.DeviceChoice;
import io.mien.networks.device.EngineHold;
import io.mien.networks.device.TorchRuntime;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.minio.MinioObjectStore;
import io.mien.synth.image.Marking;
import io.mien.worker.WorkerRuntime;
import io.mien.worker.WorkerSettings;
import io.mien.worker.WorkerTimings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The wiring of the synth-worker: store, handler, runtime. */
@ApplicationScoped
public final class SynthBeans {

  @Produces
  @Singleton
  ObjectStore store(SynthConfig config) {
    SynthConfig.Store store = config.store();
    return new MinioObjectStore(
        new ObjectStoreConfig(
            store.endpoint(), store.accessKey(), store.secretKey(), store.namespace()));
  }

  @Produces
  @Singleton
  Marking marking(SynthConfig config) {
    return ConfiguredMarking.of(config.synth(), Clock.systemUTC(), UUID::randomUUID);
  }

  @Produces
  @Singleton
  WorkerRuntime runtime(SynthConfig config, ObjectStore store, Marking marking)
      throws UnknownHostException {
    String device = DeviceChoice.resolvedName(config.device());
    WorkerSettings settings =
        new WorkerSettings(
            TaskKind.SYNTH,
            config.kafka().bootstrapServers(),
            config.worker().slots(),
            InetAddress.getLocalHost().getHostName(),
            WorkerVersion.CURRENT,
            device,
            config.worker().workDirectory(),
            WorkerTimings.DEFAULT);
    return new WorkerRuntime(
        settings, store, new SynthHandler(store, device, config.threads(), marking));
  }

  @Produces
  @Readiness
  HealthCheck takesOffers(WorkerRuntime runtime) {
    return () -> HealthCheckResponse.named("takes offers").status(runtime.isReady()).build();
  }

  /** What runs is drained before the engine's end. */
  @Produces
  @Singleton
  EngineHold engine() {
    return TorchRuntime.hold();
  }

  void start(@Observes StartupEvent event, WorkerRuntime runtime, EngineHold engine) {
    runtime.start();
  }

  void stop(@Observes ShutdownEvent event, WorkerRuntime runtime, EngineHold engine) {
    runtime.stop();
    engine.close();
  }
}
