package io.mien.synth.image.c2pa;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Checks a signed file as a validator would (C2PA 2.2, chapter 15), with the JDK alone. */
final class ReadManifest {

  private final byte[] file;
  private final ReadBox manifest;
  private final Map<?, ?> claim;

  private ReadManifest(byte[] file, byte[] store) {
    this.file = file;
    this.manifest = ReadBox.of(store).inside().get(0);
    this.claim = ReadCbor.map(manifest.find("c2pa.claim.v2").cbor());
  }

  static ReadManifest ofPng(byte[] png) {
    ByteBuffer in = ByteBuffer.wrap(png).position(8);
    while (in.hasRemaining()) {
      byte[] data = new byte[in.getInt()];
      byte[] type = new byte[4];
      in.get(type).get(data).getInt();
      if (new String(type, StandardCharsets.US_ASCII).equals("caBX")) {
        return new ReadManifest(png, data);
      }
    }
    throw new AssertionError("No chunk caBX");
  }

  static ReadManifest ofJpeg(byte[] jpeg) {
    ByteBuffer in = ByteBuffer.wrap(jpeg).position(2);
    int marker = in.getShort() & 0xFFFF;
    while (marker != 0xFFEB) {
      in.position(in.position() + (in.getShort(in.position()) & 0xFFFF));
      marker = in.getShort() & 0xFFFF;
    }
    int length = in.getShort() & 0xFFFF;
    int start = in.position() + 8;
    return new ReadManifest(jpeg, Arrays.copyOfRange(jpeg, start, start + length - 10));
  }

  String urn() {
    return manifest.label();
  }

  Map<?, ?> claim() {
    return claim;
  }

  Map<?, ?> assertion(String label) {
    return ReadCbor.map(manifest.find("c2pa.assertions").find(label).cbor());
  }

  /** What is wrong, in words; nothing when all holds. */
  List<String> faults() throws Exception {
    List<String> faults = new ArrayList<>();
    for (Object each : (List<?>) claim.get("created_assertions")) {
      Map<?, ?> reference = (Map<?, ?>) each;
      String url = (String) reference.get("url");
      String label = url.substring("self#jumbf=c2pa.assertions/".length());
      byte[] hashed = manifest.find("c2pa.assertions").find(label).hashed();
      if (!Arrays.equals(sha256(hashed), (byte[]) reference.get("hash"))) {
        faults.add("assertion " + label);
      }
    }
    Map<?, ?> binding = assertion("c2pa.hash.data");
    Map<?, ?> excluded = (Map<?, ?>) ((List<?>) binding.get("exclusions")).get(0);
    if (!Arrays.equals(sha256(without(excluded)), (byte[]) binding.get("hash"))) {
      faults.add("image");
    }
    if (!isSigned()) {
      faults.add("signature");
    }
    return faults;
  }

  private byte[] without(Map<?, ?> excluded) {
    int start = Math.toIntExact((Long) excluded.get("start"));
    int end = start + Math.toIntExact((Long) excluded.get("length"));
    return ByteBuffer.allocate(file.length - (end - start))
        .put(file, 0, start)
        .put(file, end, file.length - end)
        .array();
  }

  private boolean isSigned() throws Exception {
    List<?> message = (List<?>) ReadCbor.of(manifest.find("c2pa.signature").cbor());
    byte[] header = (byte[]) message.get(0);
    byte[] payload = manifest.find("c2pa.claim.v2").cbor();
    Object chain = ReadCbor.map(header).get(33L);
    byte[] own = (byte[]) (chain instanceof List<?> several ? several.get(0) : chain);
    PublicKey key =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(own))
            .getPublicKey();
    long algorithm = (Long) ReadCbor.map(header).get(1L);
    Signature signature =
        Signature.getInstance(
            algorithm == -7
                ? "SHA256withECDSAinP1363Format"
                : algorithm == -8 ? "Ed25519" : "none");
    signature.initVerify(key);
    signature.update((byte) 0x84);
    signature.update((byte) 0x6A);
    signature.update("Signature1".getBytes(StandardCharsets.US_ASCII));
    signature.update(string(header));
    signature.update((byte) 0x40);
    signature.update(string(payload));
    return signature.verify((byte[]) message.get(3));
  }

  /** A byte string of 256 bytes to 64 KiB in CBOR. */
  private static byte[] string(byte[] bytes) {
    return ByteBuffer.allocate(3 + bytes.length)
        .put((byte) 0x59)
        .putShort((short) bytes.length)
        .put(bytes)
        .array();
  }

  private static byte[] sha256(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }
}
