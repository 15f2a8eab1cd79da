package io.mien.ingest;

import io.mien.contracts.TaskKind;
import io.mien.ingest.dataset.DatasetDeletion;
import io.mien.ingest.dataset.DatasetInspection;
import io.mien.ingest.dataset.DatasetLister;
import io.mien.ingest.dataset.DatasetPack;
import io.mien.ingest.dataset.FaceDetection;
import io.mien.ingest.dataset.SubjectErasure;
import io.mien.ingest.face.CropperPool;
import io.mien.ingest.face.UprightPicture;
import io.mien.ingest.face.opencv.OpenCv;
import io.mien.ingest.face.opencv.OpenCvFaceCropper;
import io.mien.ingest.face.opencv.OpenCvUprightPicture;
import io.mien.ingest.face.opencv.PictureDecoder;
import io.mien.ingest.face.opencv.YunetModel;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.item.ItemLister;
import io.mien.ingest.item.ItemPreparation;
import io.mien.ingest.pack.ContactSheet;
import io.mien.ingest.pack.opencv.OpenCvContactSheet;
import io.mien.ingest.photo.PhotoPreparation;
import io.mien.ingest.source.archive.ArchiveLimits;
import io.mien.ingest.source.archive.Archives;
import io.mien.ingest.source.place.DatasetSources;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.bucket.SourceBuckets;
import io.mien.store.minio.MinioBucketReader;
import io.mien.store.minio.MinioObjectStore;
import io.mien.worker.CodeVersion;
import io.mien.worker.WorkerRuntime;
import io.mien.worker.WorkerSettings;
import io.mien.worker.WorkerTimings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The wiring of the ingest worker: store, croppers, handler, runtime. */
@ApplicationScoped
public class IngestBeans {

  @Produces
  @Singleton
  ObjectStore store(IngestConfig config) {
    return new MinioObjectStore(account(config));
  }

  @Produces
  @Singleton
  CropperPool croppers(IngestConfig config) {
    OpenCv.load(config.ingest().maxMemory().asLongValue(), config.threads());
    PictureDecoder decoder = new PictureDecoder(fileLimits(config));
    Optional<YunetModel> yunet = config.ingest().yunetModel().map(YunetModel::read);
    return new CropperPool(() -> new OpenCvFaceCropper(decoder, yunet));
  }

  void closeCroppers(@Disposes CropperPool croppers) {
    croppers.close();
  }

  @Produces
  @Singleton
  IngestHandler handler(IngestConfig config, ObjectStore store, CropperPool croppers) {
    ImageLimits files = fileLimits(config);
    ImageLimits photos =
        new ImageLimits(
            config.ingest().maxPhotoSize().asLongValue(), files.maxPixels(), files.minSide());
    ContactSheet sheet = new OpenCvContactSheet(new PictureDecoder(files));
    UprightPicture upright = new OpenCvUprightPicture(new PictureDecoder(photos));
    int cropsPerShard = config.ingest().cropsPerShard();
    DatasetSources sources = sources(config);
    return new IngestHandler(
        new IngestHandler.Datasets(
            new DatasetLister(sources, store, config.ingest().picturesPerTask()),
            new FaceDetection(sources, store, croppers, files, config.threads()),
            new DatasetPack(sources, store, sheet, cropsPerShard),
            new SubjectErasure(store, sheet, cropsPerShard),
            new DatasetDeletion(store),
            new DatasetInspection(sources, croppers, sheet, files, config.threads())),
        new PhotoPreparation(store, croppers, upright, photos),
        new IngestHandler.Items(
            new ItemLister(
                sources, store, config.ingest().itemsPerTask(), config.ingest().maxItems()),
            new ItemPreparation(sources, store, croppers, upright, photos, config.threads())));
  }

  @Produces
  @Singleton
  WorkerRuntime runtime(IngestConfig config, ObjectStore store, IngestHandler handler)
      throws UnknownHostException {
    WorkerSettings settings =
        new WorkerSettings(
            TaskKind.INGEST,
            config.kafka().bootstrapServers(),
            config.worker().slots(),
            InetAddress.getLocalHost().getHostName(),
            CodeVersion.of(WorkerVersion.CURRENT, IngestHandler.class),
            "cpu",
            config.worker().workDirectory(),
            WorkerTimings.DEFAULT);
    return new WorkerRuntime(settings, store, handler);
  }

  @Produces
  @Readiness
  HealthCheck takesOffers(WorkerRuntime runtime) {
    return () -> HealthCheckResponse.named("takes offers").status(runtime.isReady()).build();
  }

  void start(@Observes StartupEvent event, WorkerRuntime runtime) {
    runtime.start();
  }

  void stop(@Observes ShutdownEvent event, WorkerRuntime runtime) {
    runtime.stop();
  }

  private static DatasetSources sources(IngestConfig config) {
    IngestConfig.Archive archive = config.ingest().archive();
    Set<String> others = Set.copyOf(config.sources().buckets().orElse(List.of()));
    return new DatasetSources(
        new Archives(
            new ArchiveLimits(
                archive.maxFiles(), archive.maxSize().asLongValue(), archive.maxRatio())),
        new MinioBucketReader(account(config)),
        new SourceBuckets(config.store().namespace(), others),
        archive.maxFiles());
  }

  private static ObjectStoreConfig account(IngestConfig config) {
    IngestConfig.Store store = config.store();
    return new ObjectStoreConfig(
        store.endpoint(), store.accessKey(), store.secretKey(), store.namespace());
  }

  private static ImageLimits fileLimits(IngestConfig config) {
    IngestConfig.Ingest ingest = config.ingest();
    return new ImageLimits(
        ingest.maxFileSize().asLongValue(), ingest.maxPixels(), ingest.minSide());
  }
}
