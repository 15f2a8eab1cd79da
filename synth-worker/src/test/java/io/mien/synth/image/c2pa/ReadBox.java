package io.mien.synth.image.c2pa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A labelled box as a reader takes it apart, independently of what wrote it.
 *
 * @param hashed all that a reference's hash covers
 * @param cbor content of a box that holds no others, else empty
 */
record ReadBox(String type, String label, byte[] hashed, byte[] cbor, List<ReadBox> inside) {

  static ReadBox of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    List<ReadBox> boxes = boxes(in);
    if (boxes.size() != 1) {
      throw new AssertionError("One box is wanted, found " + boxes.size());
    }
    return boxes.get(0);
  }

  ReadBox find(String wanted) {
    return inside.stream()
        .filter(box -> box.label.equals(wanted))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No box " + wanted + " in " + label));
  }

  private static List<ReadBox> boxes(ByteBuffer in) {
    List<ReadBox> boxes = new ArrayList<>();
    while (in.hasRemaining()) {
      ByteBuffer content = content(in, "jumb");
      byte[] hashed = new byte[content.remaining()];
      content.duplicate().get(hashed);
      ByteBuffer description = content(content, "jumd");
      String type = text(description, 4);
      description.position(description.position() + 12);
      int toggles = description.get();
      String label = text(description, description.remaining() - 1);
      if (toggles != 3 || description.get() != 0) {
        throw new AssertionError("Box %s is described as %d".formatted(label, toggles));
      }
      if (text(content.duplicate().position(content.position() + 4), 4).equals("cbor")) {
        ByteBuffer cbor = content(content, "cbor");
        byte[] bytes = new byte[cbor.remaining()];
        cbor.get(bytes);
        boxes.add(new ReadBox(type, label, hashed, bytes, List.of()));
      } else {
        boxes.add(new ReadBox(type, label, hashed, new byte[0], boxes(content)));
      }
    }
    return boxes;
  }

  private static ByteBuffer content(ByteBuffer in, String wanted) {
    int start = in.position();
    int length = in.getInt();
    String type = text(in, 4);
    if (!type.equals(wanted)) {
      throw new AssertionError("A box %s is wanted, found %s".formatted(wanted, type));
    }
    in.position(start + length);
    return in.duplicate().position(start + 8).limit(start + length).slice();
  }

  private static String text(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
