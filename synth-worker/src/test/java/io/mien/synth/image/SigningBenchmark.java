package io.mien.synth.image;

import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.store.Sha256;
import io.mien.synth.image.c2pa.ContentCredentials;
import io.mien.synth.image.c2pa.PemFiles;
import io.mien.synth.image.c2pa.TestIdentity;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What marks cost: images a second of one thread's processor time, with texts alone and with each
 * mark.
 *
 * <pre>SigningBenchmark IMAGE.png COUNT</pre>
 */
final class SigningBenchmark {

  private static final int ROUNDS = 3;

  private final RgbImage image;
  private final int count;
  private final Origin origin;

  private SigningBenchmark(RgbImage image, int count) {
    this.image = image;
    this.count = count;
    ObjectRef manifest =
        new ObjectRef(Bucket.MODELS, "c/checkpoint.json", 1, Sha256.of(new byte[1]));
    this.origin = new Origin(new PrefixRef(Bucket.MODELS, "c/", manifest), UsageTerms.UNKNOWN);
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("mien-signing");
    Map<String, Marking> markings = new LinkedHashMap<>();
    markings.put("texts", Marking.NONE);
    markings.put(
        "signed, P-256", signing(folder, "p256", "-keyalg", "EC", "-groupname", "secp256r1"));
    markings.put("signed, Ed25519", signing(folder, "ed25519", "-keyalg", "Ed25519"));
    markings.put("watermark", new Marking(1, null));
    SigningBenchmark benchmark =
        new SigningBenchmark(
            Png.decode(Files.readAllBytes(Path.of(arguments[0]))), Integer.parseInt(arguments[1]));
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, Marking> each : markings.entrySet()) {
        benchmark.measure(round, each.getKey(), each.getValue());
      }
    }
  }

  private static Marking signing(Path folder, String name, String... key) throws Exception {
    TestIdentity identity = TestIdentity.make(folder, name, key);
    return new Marking(
        null,
        new ContentCredentials(
            PemFiles.read(identity.certificates(), identity.key(), Instant.now()),
            "benchmark",
            UUID::randomUUID));
  }

  private void measure(int round, String name, Marking marking) throws IOException {
    GeneratedPng png = new GeneratedPng(origin, marking);
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long bytes = 0;
    long start = thread.getCurrentThreadCpuTime();
    for (int i = 0; i < count; i++) {
      bytes += png.encode(image, "happy", Sha256.of(new byte[] {(byte) i})).length;
    }
    double seconds = (thread.getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "round %d, %s: %.0f images per second of processor, %.2f ms each, %d bytes%n",
        round + 1,
        name,
        count / seconds,
        1e3 * seconds / count,
        bytes / count);
  }
}
