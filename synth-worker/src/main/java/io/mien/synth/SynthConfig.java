package io.mien.synth;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Configuration of the synth worker; every key is also an environment variable, {@code
 * MIEN_KAFKA_BOOTSTRAP_SERVERS}.
 */
@ConfigMapping(prefix = "mien")
public interface SynthConfig {

  Kafka kafka();

  Store store();

  Worker worker();

  Synth synth();

  /** Where networks run: {@code auto}, {@code cpu} or {@code cuda:0}. */
  @WithDefault("auto")
  String device();

  /** Threads that one libtorch operation may use. */
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

  /** This process as a worker. */
  interface Worker {

    /**
     * How many tasks run at once. They share the device, so more than one costs no throughput:
     * while one prepares and uploads, another is drawn, and a photo waits for no bulk task.
     */
    @WithDefault("4")
    int slots();

    /** Where attempts keep files while they run. */
    @WithDefault("${java.io.tmpdir}/mien-synth-worker")
    Path workDirectory();
  }

  /** How images are drawn, and what they carry beyond their texts. */
  interface Synth {

    /**
     * Most images that are drawn at once; a photo waits for one such batch at most. Without it 8 on
     * a processor, which draws no more a second in larger ones, and 32 on CUDA.
     */
    OptionalInt batchSize();

    /** How long a photo may wait for others to share its batch. What is in bulk never waits. */
    @WithDefault("5ms")
    Duration maxWait();

    /**
     * Memory of the device for networks that stay loaded, as far as they can be counted. One is
     * loaded however large it is, and for a moment another one beside those that are kept.
     */
    @WithDefault("1G")
    MemorySize maxCheckpointsMemory();

    /** Disk for downloaded checkpoints that no task uses; those in use come on top. */
    @WithDefault("4G")
    MemorySize maxCheckpointsDisk();

    /**
     * Whether images of photos and of items of bulk syntheses are looked up that were made before,
     * and remembered: two requests to the object store for each photo that is new.
     */
    @WithDefault("true")
    boolean reuseItems();

    Signing signing();

    Watermark watermark();
  }

  /** Who signs images (C2PA); both or neither. */
  interface Signing {

    /** PEM file: the signer's certificate, then those that vouch for it. */
    Optional<Path> certificates();

    /** PEM file: its private key in PKCS#8, without a password; Ed25519, P-256 or P-384. */
    Optional<Path> key();
  }

  /** What is hidden in the pixels. */
  interface Watermark {

    @WithDefault("none")
    WatermarkMethod method();

    /** Number of this installation, 0 to 65535, by which its images can be told from others'. */
    @WithDefault("0")
    int installation();
  }

  /** How a watermark is hidden. */
  enum WatermarkMethod {
    NONE,
    /** Spread-transform dither modulation, infra/docs/marking.md. */
    STDM
  }
}
