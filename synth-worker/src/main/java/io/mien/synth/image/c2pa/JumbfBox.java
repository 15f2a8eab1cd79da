package io.mien.synth.image.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Boxes of ISO 19566-5: four bytes of length, four of type, content. */
final class JumbfBox {

  /** Bytes of length and type: what hashes of a box leave out. */
  static final int HEADER = 8;

  /** What follows the four letters in every type of content that C2PA and JUMBF name. */
  private static final byte[] TYPE_END = {
    0x00, 0x11, 0x00, 0x10, (byte) 0x80, 0x00, 0x00, (byte) 0xAA, 0x00, 0x38, (byte) 0x9B, 0x71
  };

  /** It can be asked for by its label, and has one. */
  private static final int REQUESTABLE_AND_LABELLED = 3;

  private JumbfBox() {}

  /** A box of a named type and label, with others inside. */
  static byte[] of(String type, String label, byte[]... contents) {
    ByteArrayOutputStream inside = new ByteArrayOutputStream();
    inside.writeBytes(description(type, label));
    for (byte[] content : contents) {
      inside.writeBytes(content);
    }
    return box("jumb", inside.toByteArray());
  }

  /** A box whose content is CBOR. */
  static byte[] cbor(byte[] content) {
    return box("cbor", content);
  }

  private static byte[] description(String type, String label) {
    ByteArrayOutputStream description = new ByteArrayOutputStream();
    description.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
    description.writeBytes(TYPE_END);
    description.write(REQUESTABLE_AND_LABELLED);
    description.writeBytes(label.getBytes(StandardCharsets.UTF_8));
    description.write(0);
    return box("jumd", description.toByteArray());
  }

  private static byte[] box(String type, byte[] content) {
    return ByteBuffer.allocate(HEADER + content.length)
        .putInt(HEADER + content.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(content)
        .array();
  }
}
