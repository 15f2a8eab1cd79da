package io.mien.networks.interchange.pytorch;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Opcodes that only push a value. Python 2's strings are taken as Latin-1. */
final class PickleLiterals {
  private static final int MAX_LONG_BYTES = 1024;

  private PickleLiterals() {}

  /** The value that an opcode pushes; empty for other opcodes. */
  static Optional<Object> read(int opcode, PickleSource source) {
    return Optional.ofNullable(
        switch (opcode) {
          case 'N' -> PythonNone.NONE;
          case 0x88 -> true; // NEWTRUE
          case 0x89 -> false; // NEWFALSE
          case 'K' -> (long) source.unsignedByte(); // BININT1
          case 'M' -> (long) source.unsignedShort(); // BININT2
          case 'J' -> (long) source.signedInt(); // BININT
          case 0x8a -> number(source.unsignedByte(), source); // LONG1
          case 0x8b -> number(source.signedInt(), source); // LONG4
          case 'G' -> source.bigEndianDouble(); // BINFLOAT
          case 0x8c -> source.text(source.unsignedByte(), StandardCharsets.UTF_8);
          case 'X' -> source.text(source.unsignedInt(), StandardCharsets.UTF_8); // BINUNICODE
          case 0x8d -> source.text(source.signedLong(), StandardCharsets.UTF_8); // BINUNICODE8
          case 'U' -> source.text(source.unsignedByte(), StandardCharsets.ISO_8859_1);
          case 'T' -> source.text(source.signedInt(), StandardCharsets.ISO_8859_1); // BINSTRING
          case 'C' -> source.raw(source.unsignedByte()); // SHORT_BINBYTES
          case 'B' -> source.raw(source.unsignedInt()); // BINBYTES
          case ')' -> Tuple.EMPTY;
          case ']' -> new ArrayList<Object>();
          case '}' -> new LinkedHashMap<Object, Object>();
          default -> null;
        });
  }

  /** Two's complement, little-endian; what does not fit 64 bits stays a BigInteger. */
  private static Object number(int length, PickleSource source) {
    if (length > MAX_LONG_BYTES) {
      throw source.refused("a number of %d bytes".formatted(length));
    }
    byte[] little = source.raw(length);
    byte[] big = new byte[little.length + 1];
    for (int i = 0; i < little.length; i++) {
      big[big.length - 1 - i] = little[i];
    }
    big[0] = (byte) (little.length > 0 && little[little.length - 1] < 0 ? -1 : 0);
    BigInteger value = new BigInteger(big);
    return value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value;
  }
}
