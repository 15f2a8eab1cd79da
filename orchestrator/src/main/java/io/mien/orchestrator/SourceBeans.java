package io.mien.orchestrator;

import io.mien.orchestrator.dataset.SourceCheck;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.bucket.BucketReader;
import io.mien.store.bucket.SourceBuckets;
import io.mien.store.minio.MinioBucketReader;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** The wiring of where datasets come from. */
@Dependent
public class SourceBeans {

  @Produces
  @Singleton
  BucketReader bucketReader(OrchestratorConfig config) {
    OrchestratorConfig.Store store = config.store();
    return new MinioBucketReader(
        new ObjectStoreConfig(
            store.endpoint(), store.accessKey(), store.secretKey(), store.namespace()));
  }

  @Produces
  @Singleton
  SourceBuckets sourceBuckets(OrchestratorConfig config) {
    return new SourceBuckets(
        config.store().namespace(), Set.copyOf(config.sources().buckets().orElse(List.of())));
  }

  @Produces
  @Singleton
  SourceCheck sourceCheck(BucketReader reader, SourceBuckets buckets) {
    return new SourceCheck(reader, buckets);
  }
}
