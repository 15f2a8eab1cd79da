package io.mien.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Configuration of the ingest worker; every key is also an environment variable, {@code
 * MIEN_KAFKA_BOOTSTRAP_SERVERS}.
 */
@ConfigMapping(prefix = "mien")
public interface IngestConfig {

  Kafka kafka();

  Store store();

  Worker worker();

  Ingest ingest();

  Sources sources();

  /** Threads that detect faces, for each task; every one has classifiers of its own (15 MiB). */
  @WithDefault("1")
  int threads();

  /** Where Kafka is. */
  interface Kafka {

    /** Host and port of one or more brokers, separated by commas. */
    @WithDefault("localhost:9092")
    String bootstrapServers();
  }

  /** Where the object store is. */
  interface Store {

    /** An http or https URL. */
    @WithDefault("http://localhost:9000")
    URI endpoint();

    String accessKey();

    String secretKey();

    /** First part of every bucket's name. */
    @WithDefault("mien")
    String namespace();
  }

  /** Where in the object store datasets may come from. */
  interface Sources {

    /**
     * Buckets, by their whole names and separated by commas, beside {@code uploads/} in our bucket
     * of datasets. Whoever may register a dataset can read all of them.
     */
    Optional<List<String>> buckets();
  }

  /** This process as a worker. */
  interface Worker {

    /** How many tasks run at once. */
    @WithDefault("1")
    int slots();

    /** Where attempts keep files while they run; crops of a whole dataset must fit in. */
    @WithDefault("${java.io.tmpdir}/mien-ingest-worker")
    Path workDirectory();
  }

  /** What is read, and how it is packed. */
  interface Ingest {

    /** Most pixels of a picture, taken from its header; more are rejected before decoding. */
    @WithDefault("40000000")
    long maxPixels();

    /** Shortest side of a picture in pixels. */
    @WithDefault("16")
    int minSide();

    /** Largest file of a dataset. */
    @WithDefault("64M")
    MemorySize maxFileSize();

    Archive archive();

    /** Largest photo sent to synthesis. */
    @WithDefault("20M")
    MemorySize maxPhotoSize();

    /**
     * Most pictures, on average, that one task looks at; a dataset with more is shared out over
     * several. It has to be the same for all workers.
     */
    @WithDefault("2000")
    int picturesPerTask();

    /** Items of a bulk synthesis that one task takes. It has to be the same for all workers. */
    @WithDefault("200")
    int itemsPerTask();

    /** Most lines of a bulk synthesis; each takes up to 80 bytes of memory while it is listed. */
    @WithDefault("1000000")
    int maxItems();

    /** Most crops in one tar shard. */
    @WithDefault("1000")
    int cropsPerShard();

    /**
     * File of the detector {@code yunet-v1}, {@code face_detection_yunet_2023mar.onnx}; without it
     * recipes with that detector are refused.
     */
    Optional<Path> yunetModel();

    /** Memory of the whole process above which pictures are no longer decoded. */
    @WithDefault("1536M")
    MemorySize maxMemory();
  }

  /** Which archives are read as datasets. */
  interface Archive {

    /** Most files in one archive or under one prefix; each takes about 200 bytes of memory. */
    @WithDefault("1000000")
    int maxFiles();

    /** Most bytes of all its files together, unpacked. */
    @WithDefault("256G")
    MemorySize maxSize();

    /** Times that a file may become larger by unpacking; beyond it is a bomb. */
    @WithDefault("200")
    int maxRatio();
  }
}
