package io.mien.networks.interchange.pytorch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes pickles of protocol 2, as {@code torch.save} does; only what weights need. */
final class PickleWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  PickleWriter() {
    opcode(0x80).write(2);
  }

  PickleWriter global(String module, String name) {
    opcode('c').writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  PickleWriter text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    opcode('X').writeBytes(little(4).putInt(bytes.length).array());
    out.writeBytes(bytes);
    return this;
  }

  PickleWriter number(long number) {
    if (number == (int) number) {
      opcode('J').writeBytes(little(4).putInt((int) number).array());
    } else {
      opcode(0x8a).write(Long.BYTES);
      out.writeBytes(little(Long.BYTES).putLong(number).array());
    }
    return this;
  }

  PickleWriter numbers(List<Long> numbers) {
    mark();
    numbers.forEach(this::number);
    return tuple();
  }

  PickleWriter no() {
    opcode(0x89);
    return this;
  }

  PickleWriter mark() {
    opcode('(');
    return this;
  }

  PickleWriter tuple() {
    opcode('t');
    return this;
  }

  PickleWriter emptyTuple() {
    opcode(')');
    return this;
  }

  PickleWriter reduce() {
    opcode('R');
    return this;
  }

  PickleWriter persistent() {
    opcode('Q');
    return this;
  }

  PickleWriter setItems() {
    opcode('u');
    return this;
  }

  byte[] stop() {
    opcode('.');
    return out.toByteArray();
  }

  private ByteArrayOutputStream opcode(int code) {
    out.write(code);
    return out;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
