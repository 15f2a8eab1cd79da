package io.mien.synth.image.c2pa;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Signs generated images: whoever trusts the certificate can see who made them, and with what. */
public final class ContentCredentials {

  /**
   * Stands for the length of the excluded bytes while the store is measured. A store has one to 64
   * KiB, and all these lengths take two bytes.
   */
  private static final int SOME_LENGTH = 0xFFFF;

  private final CoseSignature signature;
  private final Map<String, String> generator;
  private final Supplier<UUID> ids;

  /**
   * @param version of this program
   * @param ids of manifests: random (version 4)
   */
  public ContentCredentials(SigningIdentity signer, String version, Supplier<UUID> ids) {
    this.signature = new CoseSignature(signer);
    this.generator = Map.of("name", "Mien", "version", version);
    this.ids = ids;
  }

  /**
   * The same PNG with a signed manifest.
   *
   * @param marks what the image says of itself, {@code digitalSourceType} and {@code checkpoint}
   *     among it
   */
  public byte[] inPng(byte[] png, Map<String, String> marks) {
    return embed(png, marks, new PngCarrier());
  }

  /** The same JPEG with a signed manifest; {@link #inPng}. */
  public byte[] inJpeg(byte[] jpeg, Map<String, String> marks) {
    return embed(jpeg, marks, new JpegCarrier());
  }

  private byte[] embed(byte[] file, Map<String, String> marks, Carrier carrier) {
    ManifestStore store = new ManifestStore(ids.get(), generator, marks, file);
    int place = carrier.place(file);
    byte[] blank = store.bytes(new Extent(place, SOME_LENGTH), claim -> signature.blank());
    Extent extent = new Extent(place, carrier.wrap(blank).length);
    byte[] wrapped = carrier.wrap(store.bytes(extent, signature::of));
    if (wrapped.length != extent.length()) {
      throw new IllegalStateException(
          "A manifest has %d bytes, measured as %d: is the chain of certificates longer than 60 KiB?"
              .formatted(wrapped.length, extent.length()));
    }
    return ByteBuffer.allocate(file.length + wrapped.length)
        .put(file, 0, place)
        .put(wrapped)
        .put(file, place, file.length - place)
        .array();
  }
}
