package io.mien.eval;

import io.mien.contracts.TaskKind;
import io.mien.networks.device.DeviceChoice;
import io.mien.networks.device.EngineHold;
import io.mien.networks.device.TorchRuntime;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.minio.MinioObjectStore;
import io.mien.worker.CodeVersion;
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
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The wiring of the eval-worker: store, handler, runtime. */
@ApplicationScoped
public final class EvalBeans {

  @Produces
  @Singleton
  ObjectStore store(EvalConfig config) {
    EvalConfig.Store store = config.store();
    return new MinioObjectStore(
        new ObjectStoreConfig(
            store.endpoint(), store.accessKey(), store.secretKey(), store.namespace()));
  }

  @Produces
  @Singleton
  WorkerRuntime runtime(EvalConfig config, ObjectStore store) throws UnknownHostException {
    String device = DeviceChoice.resolvedName(config.device());
    WorkerSettings settings =
        new WorkerSettings(
            TaskKind.EVAL,
            config.kafka().bootstrapServers(),
            config.worker().slots(),
            InetAddress.getLocalHost().getHostName(),
            CodeVersion.of(WorkerVersion.CURRENT, EvalHandler.class),
            device,
            config.worker().workDirectory(),
            WorkerTimings.DEFAULT);
    return new WorkerRuntime(settings, store, new EvalHandler(store, device, config.threads()));
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
