package io.mien.orchestrator;

import io.mien.contracts.id.Uuid7;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.dataset.SourceCheck;
import io.mien.orchestrator.object.ObjectAccess;
import io.mien.orchestrator.object.StoredPhotos;
import io.mien.orchestrator.retention.FreedTally;
import io.mien.orchestrator.upload.JdbcUploadRepository;
import io.mien.orchestrator.upload.UploadExpiry;
import io.mien.orchestrator.upload.Uploads;
import io.mien.store.ObjectLinks;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.bucket.BucketReader;
import io.mien.store.bucket.SourceBuckets;
import io.mien.store.minio.MinioBucketReader;
import io.mien.store.minio.MinioObjectLinks;
import io.mien.store.minio.MinioPartUploads;
import io.mien.store.upload.PartUploads;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The wiring of where datasets and stored photos come from. */
@Dependent
public class SourceBeans {

  @Produces
  @Singleton
  BucketReader bucketReader(OrchestratorConfig config) {
    return new MinioBucketReader(account(config));
  }

  @Produces
  @Singleton
  PartUploads partUploads(OrchestratorConfig config) {
    return new MinioPartUploads(account(config), publicEndpoint(config), config.store().region());
  }

  @Produces
  @Singleton
  ObjectLinks objectLinks(OrchestratorConfig config) {
    return new MinioObjectLinks(account(config), publicEndpoint(config), config.store().region());
  }

  @Produces
  @Singleton
  JdbcUploadRepository uploadRepository() {
    return new JdbcUploadRepository();
  }

  @Produces
  @Singleton
  Uploads.Terms uploadTerms(OrchestratorConfig config, Clock clock) {
    return new Uploads.Terms(
        config.orchestrator().uploadExpiry(), config.retention().unusedUploads(), clock);
  }

  @Produces
  @Singleton
  Uploads uploads(
      Database database,
      JdbcUploadRepository repository,
      PartUploads parts,
      ObjectStore store,
      Uuid7 ids,
      Uploads.Terms terms) {
    return new Uploads(database, repository, parts, store, ids, terms);
  }

  @Produces
  @Singleton
  UploadExpiry uploadExpiry(
      Database database, JdbcUploadRepository repository, Uploads uploads, FreedTally tally) {
    return new UploadExpiry(database, repository, uploads, tally);
  }

  @Produces
  @Singleton
  OrchestratorLoops.Apart expiringUploads(UploadExpiry expiry, OrchestratorConfig config) {
    return new OrchestratorLoops.Apart(
        "upload-expiry", config.orchestrator().expireUploadsEvery(), expiry);
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

  @Produces
  @Singleton
  StoredPhotos storedPhotos(
      Database database,
      ObjectAccess access,
      ObjectStore store,
      SourceBuckets buckets,
      BucketReader reader) {
    return new StoredPhotos(database, access, store, buckets, reader);
  }

  private static URI publicEndpoint(OrchestratorConfig config) {
    return config.store().publicEndpoint().orElse(config.store().endpoint());
  }

  private static ObjectStoreConfig account(OrchestratorConfig config) {
    OrchestratorConfig.Store store = config.store();
    return new ObjectStoreConfig(
        store.endpoint(), store.accessKey(), store.secretKey(), store.namespace());
  }
}
