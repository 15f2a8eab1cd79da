package io.mien.synth;

import io.micrometer.core.instrument.MeterRegistry;
import io.mien.contracts.TaskKind;
import io.mien.networks.device.DeviceChoice;
import io.mien.networks.device.EngineHold;
import io.mien.networks.device.TorchRuntime;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.minio.MinioObjectStore;
import io.mien.synth.engine.EngineSettings;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.image.Marking;
import io.mien.synth.reuse.MadeItems;
import io.mien.worker.CodeVersion;
import io.mien.worker.WorkerRuntime;
import io.mien.worker.WorkerSettings;
import io.mien.worker.WorkerTimings;
import io.quarkus.runtime.Quarkus;
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

/** The wiring of the synth-worker: store, engine, handler, runtime. */
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
  SynthEngine engine(SynthConfig config, ObjectStore store, MeterRegistry registry) {
    SynthConfig.Synth synth = config.synth();
    EngineSettings settings =
        new EngineSettings(
            config.device(),
            config.threads(),
            synth.batchSize().orElse(DeviceChoice.resolve(config.device()).isGpu() ? 32 : 8),
            synth.maxWait(),
            synth.maxCheckpointsMemory().asLongValue(),
            synth.maxCheckpointsDisk().asLongValue(),
            config.worker().workDirectory());
    // Offers would be taken only to fail
    return SynthEngine.start(store, settings, registry, () -> Quarkus.asyncExit(1));
  }

  @Produces
  @Singleton
  WorkerRuntime runtime(SynthConfig config, ObjectStore store, SynthEngine engine, Marking marking)
      throws UnknownHostException {
    String device = DeviceChoice.resolvedName(config.device());
    String version = version(config.synth());
    WorkerSettings settings =
        new WorkerSettings(
            TaskKind.SYNTH,
            config.kafka().bootstrapServers(),
            config.worker().slots(),
            InetAddress.getLocalHost().getHostName(),
            version,
            device,
            config.worker().workDirectory(),
            WorkerTimings.DEFAULT);
    return new WorkerRuntime(
        settings,
        store,
        new SynthHandler(
            store,
            engine,
            marking,
            config.synth().reuseItems() ? new MadeItems(store, version) : null));
  }

  /** By which results are told from those of other code, or with other marks. */
  static String version(SynthConfig.Synth config) {
    String marks = ConfiguredMarking.identity(config);
    return CodeVersion.of(WorkerVersion.CURRENT, SynthHandler.class, marks);
  }

  @Produces
  @Readiness
  HealthCheck takesOffers(WorkerRuntime runtime, SynthEngine engine) {
    return () ->
        HealthCheckResponse.named("takes offers")
            .status(runtime.isReady() && engine.isAlive())
            .build();
  }

  /** What runs is drained before libtorch's end. */
  @Produces
  @Singleton
  EngineHold torch() {
    return TorchRuntime.hold();
  }

  void start(@Observes StartupEvent event, WorkerRuntime runtime, EngineHold torch) {
    runtime.start();
  }

  void stop(
      @Observes ShutdownEvent event, WorkerRuntime runtime, SynthEngine engine, EngineHold torch) {
    runtime.stop();
    engine.close();
    torch.close();
  }
}
