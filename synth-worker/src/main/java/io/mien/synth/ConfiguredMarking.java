package io.mien.synth;

import io.mien.store.Sha256;
import io.mien.synth.image.Marking;
import io.mien.synth.image.c2pa.ContentCredentials;
import io.mien.synth.image.c2pa.PemFiles;
import io.mien.synth.image.watermark.WatermarkPayload;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The marks that the configuration asks for. */
final class ConfiguredMarking {

  private ConfiguredMarking() {}

  /**
   * @param ids of manifests
   * @throws IllegalArgumentException when certificates or key are missing or do not fit: the worker
   *     does not start, rather than leave images unsigned
   */
  static Marking of(SynthConfig.Synth config, Clock clock, Supplier<UUID> ids) {
    return new Marking(installation(config.watermark()), credentials(config.signing(), clock, ids));
  }

  /** Tells marks from others that would make other images. */
  static String identity(SynthConfig.Synth config) {
    return "%s %d %s"
        .formatted(
            config.watermark().method(),
            config.watermark().installation(),
            config.signing().certificates().map(Sha256::of).orElse("unsigned"));
  }

  private static @Nullable Integer installation(SynthConfig.Watermark watermark) {
    return switch (watermark.method()) {
      case NONE -> null;
      case STDM -> new WatermarkPayload(watermark.installation(), 0).installation();
    };
  }

  private static @Nullable ContentCredentials credentials(
      SynthConfig.Signing signing, Clock clock, Supplier<UUID> ids) {
    Optional<Path> certificates = signing.certificates();
    Optional<Path> key = signing.key();
    if (certificates.isPresent() != key.isPresent()) {
      throw new IllegalArgumentException(
          "Sign images: only mien.synth.signing.%s is set. Set certificates and key, or neither."
              .formatted(key.isPresent() ? "key" : "certificates"));
    }
    if (certificates.isEmpty()) {
      return null;
    }
    return new ContentCredentials(
        PemFiles.read(certificates.get(), key.get(), clock.instant()), WorkerVersion.CURRENT, ids);
  }
}
