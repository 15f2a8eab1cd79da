package io.mien.synth.image.c2pa;

import io.mien.store.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The one manifest of an image, as bytes to embed: assertions, the claim that lists them, and the
 * claim's signature.
 */
final class ManifestStore {

  /** Every hash of the manifest, as C2PA calls it. */
  private static final String SHA_256 = "sha256";

  private final UUID id;
  private final Map<String, String> generator;
  private final List<Assertion> assertions;
  private final byte[] imageSha256;

  /**
   * @param id of this manifest alone
   * @param generator with name and version
   * @param image without a manifest: since just the bytes of the manifest are excluded from the
   *     hash, it is that of the image before
   */
  ManifestStore(UUID id, Map<String, String> generator, Map<String, String> marks, byte[] image) {
    this.id = id;
    this.generator = generator;
    this.assertions = GenerationAssertions.of(marks, generator);
    this.imageSha256 = Sha256.digest().digest(image);
  }

  /**
   * @param excluded bytes of the file that will hold the store
   * @param signature of the claim's bytes
   */
  byte[] bytes(Extent excluded, UnaryOperator<byte[]> signature) {
    List<Assertion> all = new ArrayList<>(assertions);
    all.add(binding(excluded));
    byte[][] boxes = all.stream().map(Assertion::box).toArray(byte[][]::new);
    byte[] claim = claim(all);
    byte[] manifest =
        JumbfBox.of(
            "c2ma",
            urn(),
            JumbfBox.of("c2as", "c2pa.assertions", boxes),
            JumbfBox.of("c2cl", "c2pa.claim.v2", JumbfBox.cbor(claim)),
            JumbfBox.of("c2cs", "c2pa.signature", JumbfBox.cbor(signature.apply(claim))));
    return JumbfBox.of("c2pa", "c2pa", manifest);
  }

  private String urn() {
    return "urn:c2pa:" + id;
  }

  private Assertion binding(Extent excluded) {
    return Assertion.of(
        "c2pa.hash.data",
        Map.of(
            "exclusions",
            List.of(Map.of("start", excluded.start(), "length", excluded.length())),
            "name",
            "jumbf manifest",
            "alg",
            SHA_256,
            "hash",
            imageSha256,
            "pad",
            new byte[0]));
  }

  private byte[] claim(List<Assertion> all) {
    return Cbor.of(
        Map.of(
            "instanceID",
            "xmp:iid:" + id,
            "claim_generator_info",
            generator,
            "alg",
            SHA_256,
            "signature",
            "self#jumbf=/c2pa/" + urn() + "/c2pa.signature",
            "created_assertions",
            all.stream().map(Assertion::reference).toList()));
  }
}
